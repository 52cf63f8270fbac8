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
 * @param tunedOf the tuned file that a class owns, by its id
 */
export function innerStates(
  predictors: readonly PredictorDeclaration[],
  tunedOf: (id: string) => TunedFile | undefined,
): InnerStates {
  return Object.fromEntries(
    predictors.flatMap(({ path, signature, modules }): [string, string][] => {
      const [inner] = [...modules, { id: signature, path: '' }].flatMap((holder) => {
        const states = tunedOf(holder.id)?.predictors ?? {};
        return Object.hasOwn(states, holder.path) ? (states[holder.path] ?? []) : [];
      });
      return inner === undefined ? [] : [[path, contentHash(inner.variants)]];
    }),
  );
}
