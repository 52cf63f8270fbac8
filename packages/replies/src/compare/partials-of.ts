import type { ValueType } from '@sigil/spec';
import { partialParser } from 'sigil/parse';

/**
 * What is shown of a reply that comes in pieces of one size.
 *
 * @returns a copy of each partial, by the number of code units that had come
 */
export function partialsOf(reply: string, type: ValueType, size: number): ReadonlyMap<number, unknown> {
  const parser = partialParser(type);
  const shown = new Map<number, unknown>();
  for (let from = 0; from < reply.length; from += size) {
    const chunk = reply.slice(from, from + size);
    shown.set(from + chunk.length, structuredClone(parser.push(chunk)));
  }
  return shown;
}
