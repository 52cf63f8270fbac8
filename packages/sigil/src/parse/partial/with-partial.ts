import { ParseError, type PartialReply } from '@sigil/spec';

/**
 * Reads a whole reply; the error for one that cannot be read has what a stream would have shown of it.
 *
 * @param partial a reader that nothing was pushed to
 * @throws ParseError
 */
export function withPartial<Value>(reply: string, partial: () => PartialReply, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!ParseError.isInstance(error)) throw error;
    const { path, keys, found, expected } = error;
    throw new ParseError({ path, keys, found, expected, reply, partial: partial().push(reply) });
  }
}
