/**
 * Limits on a value, from JSDoc tags, on the types that have them.
 * Numbers: `minimum` to `exclusiveMaximum`, `multipleOf`. Strings: `minLength`, `maxLength` (characters as JSON schemas count them: Unicode code points),
 * `pattern` (a regular expression, matched anywhere, with the flag `u` where it has that form), `format`. Lists, sets and maps: `minItems`, `maxItems`,
 * `uniqueItems`.
 */
export interface Constraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** Checked in decimals: 19.99 is a multiple of 0.01. */
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: TextFormat;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
}

/** Formats of text that are checked. */
export type TextFormat =
  'date-time' | 'date' | 'time' | 'email' | 'uri' | 'uuid' | 'ipv4' | 'ipv6' | 'hostname';
