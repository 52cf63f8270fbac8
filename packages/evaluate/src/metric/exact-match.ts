import { fieldMetric, type FieldMetric } from './field-metric.js';
import { sameValue } from './same-value.js';

/**
 * 1 when every output that the row tells is predicted exactly, else 0. Values are compared in depth; texts without
 * blanks at both ends, case counts; the order of list items counts, that of keys, of sets and of
 * maps does not. Dates are the same when their time is.
 *
 * @example
 * ```ts
 * exactMatch({ message: 'Where is my bill?', team: 'billing' }, { team: 'billing' }); // -> 1
 * exactMatch.on('team')({ team: 'billing' }, { team: 'sales' }); // -> 0
 * ```
 */
export const exactMatch: FieldMetric = fieldMetric({
  name: 'exact-match',
  judge: (expected, predicted) => (sameValue(expected, predicted) ? 1 : 0),
  combine: (scores) => Math.min(...scores),
});
