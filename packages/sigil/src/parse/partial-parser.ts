import type { ValueType } from '@sigil/spec';
import { parseValue, type ParsedValue, type ParseOptions } from './parse-value.js';
import { partialReader, type PartialReader } from './partial/partial-reader.js';

/** Reads a reply while it comes. */
export interface PartialParser extends PartialReader {
  /**
   * The reply is over.
   *
   * @returns its value, as `parseValue` has it
   * @throws ParseError
   */
  end(): ParsedValue;
}

/**
 * A parser for a reply that comes in pieces, of any size. Texts and lists only grow, what else is shown never changes;
 * numbers, booleans and names appear when they are whole. The work for a piece grows with the piece, not with what came
 * before.
 *
 * @example
 * ```ts
 * const parser = partialParser({ kind: 'array', items: { kind: 'string' } });
 * parser.push('["fern", "mo'); // -> ['fern', 'mo']
 * parser.push('ss"]'); // -> ['fern', 'moss']
 * parser.end().value; // -> ['fern', 'moss']
 * ```
 */
export function partialParser(type: ValueType, options: Pick<ParseOptions, 'onLoss'> = {}): PartialParser {
  const reader = partialReader(type);
  let reply = '';
  return {
    push(chunk) {
      reply += chunk;
      return reader.push(chunk);
    },
    end: () => parseValue(reply, type, options),
  };
}
