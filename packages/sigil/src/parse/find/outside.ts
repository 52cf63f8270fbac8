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

function holdsObject(node: Node): boolean {
  return node.kind === 'object' || (node.kind === 'list' && node.items.some(holdsObject));
}
