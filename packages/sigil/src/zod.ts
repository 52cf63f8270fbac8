/**
 * The zod of generated files, for schemas beside theirs.
 *
 * @example
 * ```ts
 * z.enum(['billing', 'sales']).parse('sales'); // -> 'sales'
 * ```
 */
export { z } from 'zod';
export { lazyObject } from './codec/lazy-object.js';
export { bigintText, choice, dateText, dateTimeText, jsonText, jsonValue } from './codec/text-codecs.js';
export { setOf, tupleOf } from './codec/list-codecs.js';
export { mapOfEntries, mapOfRecord, recordOf, recordOfRecord } from './codec/map-codecs.js';
export { absentAsNull, nullAsAbsent, nullAsDefault, ownProperties, renamed } from './codec/object-codecs.js';
export { inFormat, maxLength, minLength, multipleOf, withoutRepetition } from './codec/limits.js';
