import {
  TunedFileError,
  type Demo,
  type JsonValue,
  type OptimizedStatus,
  type PredictorState,
  type SignatureSpec,
  type StateVariants,
  type TunedPredictor,
} from '@sigil/spec';
import { valueProblems } from '@sigil/schema';
import { compareBasis, mayBeAbsent, type BasisChanges } from './compare-basis.js';

/** What of a tuned state is still used, and what there is to say about it. */
export interface EmbeddedState {
  readonly variants: StateVariants;
  readonly optimized: OptimizedStatus;
  /** Sentences for the person who runs the generator; none when everything is as it was tuned. */
  readonly warnings: readonly string[];
}

/**
 * Decides what of a tuned state is still valid for a signature. Instructions are always kept; demos keep the fields
 * that are left and are dropped where a changed field does not fit any more.
 *
 * @param file for messages, relative to the project root
 * @throws TunedFileError when a demo does not fit a field that did not change: somebody edited it
 */
export function embedState(file: string, tuned: TunedPredictor, spec: SignatureSpec): EmbeddedState {
  const changes = compareBasis(tuned.basedOn, spec);
  const problems: string[] = [];
  const dropped: string[] = [];
  const variants: [string, PredictorState][] = [];
  for (const [model, state] of Object.entries(tuned.variants)) {
    const demos = state.demos?.flatMap((demo, index) => {
      const judged = judgeDemo(demo, spec, changes);
      const place = `demos[${index}] of ${JSON.stringify(model)}`;
      problems.push(...judged.mistakes.map((mistake) => `${place}: ${mistake}`));
      if (judged.misfits.length > 0) dropped.push(`${place} is not used: ${judged.misfits.join('; ')}`);
      return judged.misfits.length > 0 ? [] : [judged.demo];
    });
    variants.push([model, { ...state, ...(demos === undefined ? {} : { demos }) }]);
  }
  if (problems.length > 0) throw new TunedFileError(file, problems);
  const status = statusOf(changes);
  const changed = [...sentences(changes, file), ...dropped];
  return { variants: Object.fromEntries(variants), optimized: { status, changed }, warnings: changed };
}

function statusOf(changes: BasisChanges): OptimizedStatus['status'] {
  const renamed = new Set(changes.renamed.flat());
  const counting = changes.fields.filter(({ kind }) => kind !== 'reworded');
  const isStale = counting.some(
    ({ name, direction, kind }) => (direction === 'out' || kind === 'moved') && !renamed.has(name),
  );
  if (isStale) return 'stale';
  return counting.length > 0 || changes.instructions !== undefined ? 'partial' : 'fresh';
}

function sentences({ instructions, fields, renamed }: BasisChanges, file: string): string[] {
  const word = { in: 'input', out: 'output' } as const;
  const said = {
    added: 'was added',
    removed: 'was removed',
    retyped: 'has another type',
    moved: 'changed sides',
    reworded: 'is described in other words',
  } as const;
  return [
    ...(instructions === undefined
      ? []
      : [`the instructions of the class were edited (${instructions[0]} to ${instructions[1]})`]),
    ...fields.map(({ name, kind, direction }) => `${word[direction]} '${name}' ${said[kind]}`),
    ...renamed.map(
      ([before, now]) =>
        `'${before}' seems to be '${now}' now: rename it in ${file}, in basedOn and in the demos, to keep its values`,
    ),
  ];
}

interface JudgedDemo {
  readonly demo: Demo;
  /** What does not fit the class as it is now. */
  readonly misfits: readonly string[];
  /** What never fitted. */
  readonly mistakes: readonly string[];
}

function judgeDemo(demo: Demo, spec: SignatureSpec, changes: BasisChanges): JudgedDemo {
  const kinds = new Map(changes.fields.map(({ name, kind }) => [name, kind]));
  const misfits: string[] = [];
  const mistakes: string[] = [];
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(demo)) {
    const field = spec.fields.find((one) => one.name === name);
    const kind = kinds.get(name);
    if (field === undefined) {
      if (kind !== 'removed') mistakes.push(`'${name}' is no field of the signature`);
      continue;
    }
    const isNothing = value === null && field.direction === 'out' && mayBeAbsent(field);
    const found = isNothing ? [] : valueProblems(field, value, name);
    const isChanged = kind === 'retyped' || kind === 'moved' || kind === 'added';
    (isChanged ? misfits : mistakes).push(...found);
    kept.push([name, value]);
  }
  for (const field of spec.fields) {
    const isNew =
      field.direction === 'out' && (kinds.get(field.name) === 'added' || kinds.get(field.name) === 'moved');
    if (isNew && !mayBeAbsent(field) && demo[field.name] === undefined)
      misfits.push(`output '${field.name}' is missing`);
  }
  return { demo: Object.fromEntries(kept), misfits, mistakes };
}
