import type { PredictorState, ProgramState } from '@sigil/spec';
import { defaultAdapter } from '../project/run-key.js';

/** A state in a few words: `4 demos, new instructions`; `triage: 4 demos; answer: 2 demos`; or `the bare signature`. */
export function describeState(state: ProgramState): string {
  const parts = Object.entries(state).flatMap(([path, predictor]) => {
    const words = wordsOf(predictor).join(', ');
    return words === '' ? [] : [path === '' ? words : `${path}: ${words}`];
  });
  return parts.length === 0 ? 'the bare signature' : parts.join('; ');
}

/** The adapters of a state, those of the usual layout left out: `json/1`; `triage: json/1, steps[0]: xml/1`; or undefined. */
export function describeAdapters(state: ProgramState): string | undefined {
  const others = Object.entries(state).flatMap(([path, { adapter = defaultAdapter }]) =>
    adapter === defaultAdapter ? [] : [{ path, adapter }],
  );
  const [first] = others;
  if (first === undefined) return undefined;
  const isOne = others.length === Object.keys(state).length;
  if (isOne && others.every(({ adapter }) => adapter === first.adapter)) return first.adapter;
  return others.map(({ path, adapter }) => `${path}: ${adapter}`).join(', ');
}

function wordsOf({ demos = [], instructions }: PredictorState): readonly string[] {
  return [
    ...(demos.length === 0 ? [] : [`${demos.length} demo${demos.length === 1 ? '' : 's'}`]),
    ...(instructions === undefined ? [] : ['new instructions']),
  ];
}
