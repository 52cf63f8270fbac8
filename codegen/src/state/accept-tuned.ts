import type { ProgramSpec, SignatureSpec, TunedFile, TunedPredictor } from '@sigil/spec';
import { basisOf } from './basis.js';
import { embedState } from './embed-state.js';
import type { InnerStates } from './inner-states.js';
import { lostPredictors, type LostPredictor } from './moved-predictors.js';

/** A tuned file as it is to be, and what changed in it. */
export interface EditedTuned {
  readonly tuned: TunedFile;
  /** One sentence each; none where there is nothing to change. */
  readonly changes: readonly string[];
  /** Fields that seem to have another name now, with the id of their signature: to accept that loses their values. */
  readonly renamed?: readonly SuspectedRename[];
  /** Predictors that are gone, or that have another path now: to accept that loses their states. */
  readonly lost?: readonly LostPredictor[];
}

/** A field that is gone, and one of its shape that came. */
export interface SuspectedRename {
  readonly signature: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Takes the signatures as they are now for what a state was tuned for. What does not fit them is taken out: values of
 * fields that are gone, demos that a changed field does not accept. All the rest stays, evidence included.
 *
 * @param file name of the tuned file, relative to the project root
 * @param signatures by id; predictors of others stay as they are
 * @param program whose file it is; undefined for that of a signature
 * @param inner the states that its predictors have by themselves, of the plan
 * @throws TunedFileError when a demo was edited into nonsense
 */
export function acceptTuned(
  file: string,
  tuned: TunedFile,
  signatures: ReadonlyMap<string, SignatureSpec>,
  program?: ProgramSpec,
  inner: InnerStates = {},
): EditedTuned {
  const changes: string[] = [];
  const lost = program === undefined ? [] : lostPredictors(tuned, program);
  const renamed = new Map<string, SuspectedRename>();
  const predictors = Object.entries(tuned.predictors).flatMap(
    ([path, predictor]): [string, TunedPredictor][] => {
      if (lost.some((one) => one.path === path)) {
        changes.push(`predictor '${path}' is gone, or has another signature: its state is taken out`);
        return [];
      }
      const spec = signatures.get(predictor.signature);
      if (spec === undefined) return [[path, predictor]];
      const { variants, optimized, changes: found } = embedState(file, predictor, spec);
      for (const [from, to] of found.renamed)
        renamed.set(`${spec.id} ${from} ${to}`, { signature: spec.id, from, to });
      const place = path === '' ? '' : `predictor '${path}': `;
      changes.push(...optimized.changed.map((sentence) => place + sentence));
      const { inner: before, ...rest } = predictor;
      const now = inner[path];
      if (before !== now)
        changes.push(`${place}its own tuned state is ${now ?? 'none'} (it was ${before ?? 'none'})`);
      return [
        [path, { ...rest, basedOn: basisOf(spec), ...(now === undefined ? {} : { inner: now }), variants }],
      ];
    },
  );
  const edited = { ...tuned, predictors: Object.fromEntries(predictors) };
  return { tuned: edited, changes, renamed: [...renamed.values()], lost };
}
