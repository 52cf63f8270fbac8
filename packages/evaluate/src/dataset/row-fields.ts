import type { FieldSpec } from '@sigil/spec';
import { rowRules, type RowTarget } from './row-rules.js';

/**
 * The fields that rows may hold: those of a signature; what a program takes and gives, and what its predictors answer
 * on the way.
 *
 * @throws UsageError for a program of which it is not known what it takes
 * @example
 * ```ts
 * const names = rowFields(Ticket.artifact).map(({ name }) => name);
 * ```
 */
export function rowFields(target: RowTarget): readonly FieldSpec[] {
  return rowRules(target).fields;
}
