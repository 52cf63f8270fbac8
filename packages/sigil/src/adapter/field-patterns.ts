import type { SignatureSpec } from '@sigil/spec';
import { nameKey } from '../template/field-name.js';
import { shownName } from '../template/shown-name.js';
import { partsOf } from './signature-parts.js';

/** What the escape of a prompt looks for, as data: for a program that has to write the same prompts without this package. */
export interface FieldPatterns {
  /** Each match has groups of four: what stands before the name of a field, backslashes, the name, what stands behind. */
  readonly pattern: RegExp;
  /** The names of the fields, as those that were found are compared. */
  readonly keys: readonly string[];
}

/**
 * What reads as a field in the prompts and replies of an adapter.
 *
 * @param adapter id: `chat/1`
 */
export function fieldPatterns(adapter: string, spec: SignatureSpec): FieldPatterns {
  const { lines, tags } = partsOf(spec);
  const { pattern } = adapter === 'xml/1' ? tags : lines;
  const keys = spec.fields.flatMap((field) => [nameKey(field.name), nameKey(shownName(field))]);
  return { pattern, keys: [...new Set(keys)] };
}
