import { contentHash } from '@sigil/hash';
import type { TunedFile } from '@sigil/spec';
import type { PredictorDeclaration } from '../declaration/program-declaration.js';

/** Hashes of the tuned states that the predictors of a program have without it, by path. Those without one are absent. */
export interface InnerStates {
  readonly [path: string]: string;
}

/**
 * What the predictors of a program would run with if it had no tuned state: that of the outermost program between, else
 * that of the signature.
 *
 * @param files all tuned files of the project
 */
export function innerStates(
  predictors: readonly PredictorDeclaration[],
  files: readonly TunedFile[],
): InnerStates {
  return Object.fromEntries(
    predictors.flatMap(({ path, signature, modules }): [string, string][] => {
      const [inner] = [...modules, { id: signature, path: '' }].flatMap((holder) => {
        const states = files.find(({ program }) => program === holder.id)?.predictors ?? {};
        return Object.hasOwn(states, holder.path) ? (states[holder.path] ?? []) : [];
      });
      return inner === undefined ? [] : [[path, contentHash(inner.variants)]];
    }),
  );
}
