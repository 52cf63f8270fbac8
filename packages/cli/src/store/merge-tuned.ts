import { basisOf } from '@sigil/codegen';
import type { Evidence, PredictorState, SignatureSpec, StateBasis, TunedFile } from '@sigil/spec';

/** A state that passed its test. */
export interface AcceptedState {
  readonly spec: SignatureSpec;
  /** `*` for every model, or the id of one. */
  readonly model: string;
  readonly state: PredictorState;
  readonly evidence: Evidence;
}

/** The new content of a tuned file. */
export interface MergedTuned {
  readonly tuned: TunedFile;
  /** Models whose variants were left out: they were tuned for fields that have changed since. */
  readonly dropped: readonly string[];
}

/**
 * Puts an accepted state of a lone signature into its tuned file. Variants of other models stay, unless the fields
 * changed since they were tuned: one basis stands for all of them, and the new one would call them fresh.
 *
 * @param before content of the file, if there is one
 */
export function mergeTuned(before: TunedFile | undefined, accepted: AcceptedState): MergedTuned {
  const { spec, model, state, evidence } = accepted;
  const basedOn = basisOf(spec);
  const predictor = before?.program === spec.id ? before.predictors[''] : undefined;
  const others = Object.entries(predictor?.variants ?? {}).filter(([id]) => id !== model);
  const stay = predictor !== undefined && sameShapes(predictor.basedOn, basedOn);
  const kept = stay ? others : [];
  const keptEvidence = Object.entries(before?.evidence ?? {}).filter(([id]) =>
    kept.some(([other]) => other === id),
  );
  return {
    tuned: {
      format: 1,
      program: spec.id,
      predictors: {
        '': { signature: spec.id, basedOn, variants: { ...Object.fromEntries(kept), [model]: state } },
      },
      evidence: { ...Object.fromEntries(keptEvidence), [model]: evidence },
    },
    dropped: stay ? [] : others.map(([id]) => id),
  };
}

function sameShapes(a: StateBasis, b: StateBasis): boolean {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  return [...names].every((name) => {
    const [first, second] = [a.fields[name], b.fields[name]];
    return first?.[0] === second?.[0] && first?.[1] === second?.[1];
  });
}
