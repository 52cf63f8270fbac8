import {
  TunedFileError,
  type Demo,
  type OptimizedStatus,
  type PredictorState,
  type SignatureSpec,
  type StateVariants,
  type TunedPredictor,
} from '@sigil/spec';
import { compareBasis, type BasisChanges } from './compare-basis.js';
import { describeBasisChanges } from './describe-basis-changes.js';
import { DroppedDemos } from './dropped-demos.js';
import { judgeDemo } from './judge-demo.js';

/** What of a tuned state is still used, and what there is to say about it. */
export interface EmbeddedState {
  readonly variants: StateVariants;
  readonly optimized: OptimizedStatus;
  readonly changes: BasisChanges;
  /** Demos that show a model nothing, one sentence for each variant. */
  readonly remarks: readonly string[];
}

/**
 * Decides what of a tuned state is still valid for a signature. Instructions are always kept; demos keep the fields
 * that are left and are dropped where a changed field does not fit any more. All that is left out is said.
 *
 * @param file for messages, relative to the project root
 * @throws TunedFileError when a demo does not fit a field that did not change: somebody edited it
 */
export function embedState(file: string, tuned: TunedPredictor, spec: SignatureSpec): EmbeddedState {
  const changes = compareBasis(tuned.basedOn, spec);
  const problems: string[] = [];
  const dropped: string[] = [];
  const remarks: string[] = [];
  const leftOut = new Map<string, number>();
  const variants: [string, PredictorState][] = [];
  for (const [model, state] of Object.entries(tuned.variants)) {
    const unused = new DroppedDemos();
    const mute = new DroppedDemos();
    const demos = state.demos?.flatMap((demo, index) => {
      const judged = judgeDemo(demo, spec, changes);
      const place = `demos[${index}] of ${JSON.stringify(model)}`;
      problems.push(...judged.mistakes.map((mistake) => `${place}: ${mistake}`));
      if (judged.misfits.length > 0) {
        unused.add(index, firstOf(judged.misfits));
        return [];
      }
      if (!hasAnswer(judged.demo, spec)) mute.add(index, 'no output stands in it, so that it shows nothing');
      for (const name of judged.leftOut) leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
      return [judged.demo];
    });
    dropped.push(...unused.sentences(model));
    remarks.push(...mute.sentences(model));
    variants.push([model, { ...state, ...(demos === undefined ? {} : { demos }) }]);
  }
  if (problems.length > 0) throw new TunedFileError(file, capped(problems, 20));
  const changed = [...describeBasisChanges(changes, leftOut, spec.id), ...dropped];
  return {
    variants: Object.fromEntries(variants),
    optimized: { status: statusOf(changes), changed },
    changes,
    remarks,
  };
}

/** Prompts leave out a demo without one: hand-made, with inputs only. */
function hasAnswer(demo: Demo, { fields }: SignatureSpec): boolean {
  return fields.some(({ name, direction }) => direction === 'out' && Object.hasOwn(demo, name));
}

function statusOf(changes: BasisChanges): OptimizedStatus['status'] {
  const renamed = new Set(changes.renamed.flat());
  const counting = changes.fields.filter(({ kind }) => kind !== 'reworded');
  const isStale = counting.some(
    ({ name, direction, kind }) =>
      ((direction === 'out' && kind !== 'widened') || kind === 'moved') && !renamed.has(name),
  );
  if (isStale) return 'stale';
  return counting.length > 0 || changes.instructions !== undefined ? 'partial' : 'fresh';
}

/** A list of ten thousand numbers that became texts has ten thousand reasons. */
function firstOf(misfits: readonly string[]): string {
  return capped(misfits, 3).join('; ');
}

function capped(sentences: readonly string[], most: number): readonly string[] {
  const more = sentences.length - most;
  return more > 0 ? [...sentences.slice(0, most), `and ${more} more`] : sentences;
}
