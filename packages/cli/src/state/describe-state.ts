import type { PredictorState, ProgramState } from '@sigil/spec';

/** A state in a few words: `4 demos, new instructions`; `triage: 4 demos; answer: 2 demos`; or `the bare signature`. */
export function describeState(state: ProgramState): string {
  const parts = Object.entries(state).flatMap(([path, predictor]) => {
    const words = wordsOf(predictor).join(', ');
    return words === '' ? [] : [path === '' ? words : `${path}: ${words}`];
  });
  return parts.length === 0 ? 'the bare signature' : parts.join('; ');
}

function wordsOf({ demos = [], instructions, adapter }: PredictorState): readonly string[] {
  return [
    ...(demos.length === 0 ? [] : [`${demos.length} demo${demos.length === 1 ? '' : 's'}`]),
    ...(instructions === undefined ? [] : ['new instructions']),
    ...(adapter === undefined ? [] : [`adapter ${adapter}`]),
  ];
}
