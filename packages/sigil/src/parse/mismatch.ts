import { ParseError, type ValueType } from '@sigil/spec';
import type { CoerceContext } from './coerce-context.js';
import { describe, show } from './describe.js';

/** The error for something that does not fit its type. */
export function mismatch(found: unknown, type: ValueType, path: string, context: CoerceContext): ParseError {
  const words = found === '' ? 'nothing' : show(found);
  return new ParseError({ path, found: words, expected: describe(type), reply: context.reply });
}

/** The error for a field or a property that has to be there and is not. */
export function missing(type: ValueType, path: string, context: CoerceContext): ParseError {
  return mismatch('', type, path, context);
}
