import { variantFor } from 'sigil';
import type { ProgramState, StateVariants } from '@sigil/spec';

/**
 * The states that a model gets: its own variant, else the one for every model. A predictor without either is left out.
 *
 * @param variants by predictor path
 * @param model id
 */
export function stateFor(variants: Readonly<Record<string, StateVariants>>, model: string): ProgramState {
  return Object.fromEntries(
    Object.entries(variants).flatMap(([path, ofPath]) => {
      const found = variantFor(ofPath, model);
      return found === undefined ? [] : [[path, found.state]];
    }),
  );
}
