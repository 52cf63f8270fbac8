/**
 * The JSON schema that a service takes for structured output. The values it describes are the same in all of them.
 *
 * - `strict`: OpenAI's structured outputs. Every property required, limits of length not allowed.
 * - `anthropic`: Anthropic's. No limits but formats, no recursion.
 * - `plain`: JSON Schema 2020-12, with all that it can say.
 * - `llama`: what llama.cpp makes a grammar of: no `$ref`, ranges for integers only.
 */
export type WireDialect = 'strict' | 'anthropic' | 'plain' | 'llama';

/** What a dialect can say. What it cannot stands in the description. */
export interface DialectRules {
  /** `$defs` and `$ref`. */
  readonly references: boolean;
  readonly recursion: boolean;
  /** Whether an optional property may be left out, and not only be null. */
  readonly mayLeaveOut: boolean;
  /** Whether objects of one union may not begin with the same property, unless its only value tells them apart. */
  readonly ordersVariants: boolean;
  readonly keywords: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
}

const RANGES = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const FORMATS = ['date-time', 'date', 'time', 'email', 'uri', 'uuid', 'ipv4', 'ipv6', 'hostname'];

export const DIALECTS: { readonly [dialect in WireDialect]: DialectRules } = {
  strict: {
    references: true,
    recursion: true,
    mayLeaveOut: false,
    ordersVariants: true,
    keywords: new Set([...RANGES, 'pattern', 'minItems', 'maxItems']),
    // As its documentation lists them: no uri.
    formats: new Set(FORMATS.filter((format) => format !== 'uri')),
  },
  anthropic: {
    references: true,
    recursion: false,
    mayLeaveOut: false,
    ordersVariants: false,
    keywords: new Set(),
    formats: new Set(FORMATS),
  },
  plain: {
    references: true,
    recursion: true,
    mayLeaveOut: true,
    ordersVariants: false,
    keywords: new Set([
      ...RANGES,
      'pattern',
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'uniqueItems',
      'title',
      'default',
      'examples',
      'deprecated',
    ]),
    formats: new Set(FORMATS),
  },
  llama: {
    references: false,
    recursion: false,
    mayLeaveOut: false,
    ordersVariants: false,
    keywords: new Set(['integer ranges', 'whole pattern', 'minLength', 'maxLength', 'minItems', 'maxItems']),
    formats: new Set(['date-time', 'date', 'time', 'uuid']),
  },
};
