/**
 * Limits on a value, from JSDoc tags. Numbers: `minimum`, `maximum` (inclusive).
 * Strings: `minLength`, `maxLength` (UTF-16 code units), `pattern` (a regular expression, matched anywhere).
 */
export interface Constraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}
