import type { ListNode, Node, ObjectNode } from '../tree/node.js';

/** Lists and objects around the value that is meant: few of them are. */
export const MAX_WRAPPERS = 3;

/** Names that say nothing of what they hold. */
const WRAPPERS = new Set(['value', 'answer', 'result', 'output', 'response', 'data', 'content']);

/** The one value in a list or in an object that only wraps it: `[3]`, `{"value": 3}`. */
export function outerValue(node: ListNode | ObjectNode): Node | undefined {
  if (node.kind === 'list') return node.items.length === 1 ? node.items[0] : undefined;
  const [only, second] = node.members;
  if (only === undefined || second !== undefined) return undefined;
  return WRAPPERS.has(only.key.toLowerCase()) ? only.value : undefined;
}
