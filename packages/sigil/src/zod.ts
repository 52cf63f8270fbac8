/**
 * The zod of generated files, for schemas beside theirs.
 *
 * @example
 * ```ts
 * z.enum(['billing', 'sales']).parse('sales'); // -> 'sales'
 * ```
 */
export { z } from 'zod';
// Of zod, what generated schemas are made of: each by its name, so that bundlers leave out the rest.
export {
  array,
  bigint,
  boolean,
  discriminatedUnion,
  enum,
  int,
  lazy,
  literal,
  never,
  number,
  strictObject,
  string,
  templateLiteral,
  tuple,
  union,
} from 'zod';
export { lazyObject } from './codec/lazy-object.js';
export { bigintText, choice, dateText, dateTimeText, jsonText, jsonValue } from './codec/text-codecs.js';
export { setOf, tupleOf } from './codec/list-codecs.js';
export { mapOfEntries, mapOfRecord, recordOf, recordOfRecord } from './codec/map-codecs.js';
export { absentAsNull, nullAsAbsent, nullAsDefault, ownProperties, renamed } from './codec/object-codecs.js';
export { inFormat, maxLength, minLength, multipleOf, withoutRepetition } from './codec/limits.js';
