/**
 * The zod of generated files, for schemas beside theirs.
 *
 * @example
 * ```ts
 * z.enum(['billing', 'sales']).parse('sales'); // -> 'sales'
 * ```
 */
export { z } from 'zod';
export { bigintText, choice, dateText, dateTimeText, jsonText } from './codec/text-codecs.js';
export { mapOfEntries, mapOfRecord, recordOf, setOf, tupleOf } from './codec/collection-codecs.js';
export { nullAsAbsent, nullAsDefault, renamed } from './codec/object-codecs.js';
export { multipleOf } from './codec/multiple-of.js';
