import type { ValueType } from '@sigil/spec';
import { INEXACT, type Members } from './exact/exact-reader.js';
import { keysIn, mayBeJson } from './exact/json-text.js';
import { readerOf } from './exact/reader-of.js';

export { INEXACT };

/**
 * The value of a JSON text that says what the type says and nothing else: no text for a number, no name in another
 * spelling, no property too many, no key twice. Most replies with JSON are of that kind, and reading them so takes a
 * fraction of the time.
 *
 * @returns {@link INEXACT} for any other text
 */
export function exactJson(text: string, type: ValueType): unknown {
  const json = mayBeJson(text) ? parsed(text) : INEXACT;
  if (json === INEXACT) return INEXACT;
  const members: Members = { read: 0 };
  const value = readerOf(type)(json, 0, members);
  // JSON.parse takes the last of two members with one key without a word; and what no property took is in no value.
  return value !== INEXACT && members.read === keysIn(text) ? value : INEXACT;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return INEXACT;
    throw error;
  }
}
