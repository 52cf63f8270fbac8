import {
  TunedFileError,
  type OptimizedStatus,
  type SignatureSpec,
  type StateVariants,
  type TunedFile,
} from '@sigil/spec';
import { adapterProblems } from './adapter-problems.js';
import { embedProgramState } from './embed-program-state.js';
import { embedState } from './embed-state.js';
import { onlyPredictor } from './only-predictor.js';

/** What of a tuned file a run can use. */
export interface UsableState {
  /** By predictor path. */
  readonly states: { readonly [path: string]: StateVariants };
  readonly optimized: OptimizedStatus;
  /** Demos that show a model nothing, one sentence for each variant. */
  readonly remarks: readonly string[];
}

/**
 * Checks a tuned file that is given to a run, in the place of the compiled state, as the generator checks one.
 *
 * @param file for messages
 * @param signatures by predictor path; a lone signature has the path `''`
 * @param adapters ids of those that a state may name
 * @throws TunedFileError when it does not fit the class: somebody edited it
 */
export function usableState(
  file: string,
  tuned: TunedFile,
  signatures: ReadonlyMap<string, SignatureSpec>,
  adapters: readonly string[],
): UsableState {
  const problems = adapterProblems(tuned, adapters);
  if (problems.length > 0) throw new TunedFileError(file, problems);
  const lone = signatures.get('');
  if (lone !== undefined) {
    const { variants, optimized, remarks } = embedState(file, onlyPredictor(file, tuned, lone), lone);
    return { states: { '': variants }, optimized, remarks };
  }
  const unknown = Object.keys(tuned.predictors).filter((path) => !signatures.has(path));
  if (unknown.length > 0) {
    const known = [...signatures.keys()].map((path) => JSON.stringify(path)).join(', ');
    throw new TunedFileError(
      file,
      unknown.map(
        (path) =>
          `predictors[${JSON.stringify(path)}] is no predictor of '${tuned.program}', wanted one of: ${known}`,
      ),
    );
  }
  const predictors = [...signatures].map(([path, { id }]) => [path, { signature: id }] as const);
  const specs = new Map([...signatures.values()].map((spec) => [spec.id, spec]));
  // What the predictors have by themselves does not count: a run that is given a state looks at no other.
  const inner = Object.entries(tuned.predictors).flatMap(([path, one]) =>
    one.inner === undefined ? [] : [[path, one.inner] as const],
  );
  const program = { predictors: Object.fromEntries(predictors) };
  return embedProgramState(file, tuned, program, specs, Object.fromEntries(inner));
}
