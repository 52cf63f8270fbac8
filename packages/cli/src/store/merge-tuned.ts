import { basisOf, type InnerStates } from '@sigil/codegen';
import type {
  Evidence,
  ProgramState,
  SignatureSpec,
  StateBasis,
  TunedFile,
  TunedPredictor,
} from '@sigil/spec';

/** A state that passed its test. */
export interface AcceptedState {
  /** Id of the class. */
  readonly program: string;
  /** By predictor path; a lone signature has the path `''`. */
  readonly signatures: ReadonlyMap<string, SignatureSpec>;
  /** Hashes of the states that the predictors of a program have by themselves. */
  readonly inner: InnerStates;
  /** `*` for every model, or the id of one. */
  readonly model: string;
  readonly state: ProgramState;
  readonly evidence: Evidence;
}

/** The new content of a tuned file. */
export interface MergedTuned {
  readonly tuned: TunedFile;
  /** Models whose variants were left out: they were tuned for fields that have changed since. */
  readonly dropped: readonly string[];
}

/**
 * Puts an accepted state into its tuned file: every predictor gets an entry, also one that was tuned bare, so that the
 * program runs as it was tested. Variants of other models stay, unless fields changed since they were tuned: one basis
 * stands for all of them, and the new one would call them fresh.
 *
 * @param before content of the file, if there is one
 */
export function mergeTuned(before: TunedFile | undefined, accepted: AcceptedState): MergedTuned {
  const { program, signatures, inner, model, state, evidence } = accepted;
  const known = before?.program === program ? before.predictors : {};
  const others = new Set(
    Object.values(known).flatMap(({ variants }) => Object.keys(variants).filter((id) => id !== model)),
  );
  const stay =
    Object.keys(known).length === signatures.size &&
    [...signatures].every(([path, spec]) => isTunedFor(spec, known[path]));
  const predictors = [...signatures].map(([path, spec]): [string, TunedPredictor] => {
    const kept = Object.entries(known[path]?.variants ?? {}).filter(([id]) => stay && others.has(id));
    const variants = { ...Object.fromEntries(kept), [model]: state[path] ?? {} };
    const own = inner[path] === undefined ? {} : { inner: inner[path] };
    return [path, { signature: spec.id, basedOn: basisOf(spec), ...own, variants }];
  });
  const keptEvidence = Object.entries(before?.evidence ?? {}).filter(([id]) => stay && others.has(id));
  return {
    tuned: {
      format: 1,
      program,
      predictors: Object.fromEntries(predictors),
      evidence: { ...Object.fromEntries(keptEvidence), [model]: evidence },
    },
    dropped: stay ? [] : [...others],
  };
}

function isTunedFor(spec: SignatureSpec, predictor: TunedPredictor | undefined): boolean {
  return predictor?.signature === spec.id && sameShapes(predictor.basedOn, basisOf(spec));
}

function sameShapes(a: StateBasis, b: StateBasis): boolean {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  return [...names].every((name) => {
    const [first, second] = [a.fields[name], b.fields[name]];
    return first?.[0] === second?.[0] && first?.[1] === second?.[1];
  });
}
