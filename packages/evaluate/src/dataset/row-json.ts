import { toJson } from '@sigil/schema';
import type { Example, JsonValue } from '@sigil/spec';

/**
 * A row as JSON, for hashes: dates as ISO 8601, sets as lists, maps as objects, bigints as digits.
 *
 * @throws TypeError for a function or a symbol
 */
export function rowJson(row: Example): JsonValue {
  return toJson({ kind: 'json' }, row) ?? null;
}
