import type { JsonObject } from '@sigil/spec';

/** A schema, and the sentences that say what its dialect cannot. */
export interface Described {
  readonly schema: JsonObject;
  readonly sentences: readonly string[];
}
