import type { PredictorState, StateVariants } from '@sigil/spec';
import { ownMember } from './own-member.js';

/** The variant of a state that a model gets. */
export interface Variant {
  readonly state: PredictorState;
  /** False for the one that serves every model. */
  readonly isOwn: boolean;
}

/**
 * The variant that a model gets: its own, else the one for every model (`*`).
 *
 * @param model id; undefined where it is not known, which has no variant of its own
 * @returns undefined where there is neither
 * @example
 * ```ts
 * variantFor({ '*': { instructions: ['Be brief.'] } }, 'tiny'); // -> { state: { instructions: ['Be brief.'] }, isOwn: false }
 * ```
 */
export function variantFor(variants: StateVariants, model: string | undefined): Variant | undefined {
  const own = model === undefined ? undefined : ownMember(variants, model);
  if (own !== undefined) return { state: own, isOwn: true };
  const state = ownMember(variants, '*');
  return state === undefined ? undefined : { state, isOwn: false };
}
