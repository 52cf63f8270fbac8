/** What stands for a value that has to be looked at with its text. */
export const INEXACT = Symbol('inexact');

/** How many members of objects became properties. */
export interface Members {
  read: number;
}

/**
 * Reads a value that JSON.parse made. It may change the value in its place and return it.
 *
 * @returns {@link INEXACT} for a value that is not exactly of the type
 */
export type ExactReader = (value: unknown, depth: number, members: Members) => unknown;
