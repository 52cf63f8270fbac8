import { MAX_DEPTH } from '../fit/plain-json.js';
import type { Node } from '../tree/node.js';

/**
 * A text without the objects in it. What stands in an object has a name: `{"other": "positive"}` says something of
 * `other`, and nothing of the value that was asked for.
 *
 * @param roots the lists and objects of the text
 */
export function outside(text: string, roots: readonly Node[]): string {
  let at = 0;
  let said = '';
  for (const root of roots) {
    if (!holdsObject(root)) continue;
    const { start, end } = root;
    said += `${text.slice(at, start)} `;
    at = end;
  }
  return said + text.slice(at);
}

/** Lists in lists are looked at as far as any type goes. */
function holdsObject(node: Node, depth = 0): boolean {
  if (node.kind === 'object') return true;
  return node.kind === 'list' && depth < MAX_DEPTH && node.items.some((item) => holdsObject(item, depth + 1));
}
