import { ParseError, type ValueType } from '@sigil/spec';
import { parseValue } from 'sigil/parse';
import type { Reading } from './judge.js';

/** Reads a reply that is over with the parser of Sigil. Any error but a `ParseError` goes on. */
export function readReply(reply: string, type: ValueType): Reading {
  try {
    const { value, coercions } = parseValue(reply, type);
    return { kind: 'value', value, notes: coercions.length };
  } catch (error) {
    if (error instanceof ParseError) return { kind: 'error', path: error.path };
    throw error;
  }
}
