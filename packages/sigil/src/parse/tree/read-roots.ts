import type { KnownNames } from './lookahead.js';
import type { ListNode, ObjectNode } from './node.js';
import { Source } from './source.js';
import { TreeReader } from './tree-reader.js';

/** The lists and objects in a text, in their order, those inside of others not counted. */
export function readRoots(text: string, known: KnownNames): readonly (ListNode | ObjectNode)[] {
  if (!text.includes('{') && !text.includes('[')) return [];
  const reader = new TreeReader(known, new Source(text, true));
  reader.end();
  return reader.roots;
}
