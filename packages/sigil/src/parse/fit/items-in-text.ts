import type { ValueType } from '@sigil/spec';
import { isNoValue } from '@sigil/schema';
import type { Node, TextNode } from '../tree/node.js';
import { bulletList } from '../text-parts.js';

/**
 * The items of a list that a text says without brackets: lines with bullets or numbers, or parts between commas where
 * the items have none. `1,234` may be one number or two: it has no items.
 *
 * @returns undefined where the text is no list
 */
export function itemsInText(node: TextNode, items: ValueType): readonly Node[] | undefined {
  const bullets = bulletList(node.text);
  if (bullets !== undefined) {
    return bullets.around === '' && bullets.items.length > 1
      ? bullets.items.map((text) => part(text, node))
      : undefined;
  }
  const isClosed = items.kind === 'number' || items.kind === 'enum' || items.kind === 'boolean';
  if (!isClosed || !node.text.includes(',') || node.text.includes('\n') || isNoValue(node.text))
    return undefined;
  if (items.kind === 'number' && /\d,\d/u.test(node.text)) return undefined;
  return node.text
    .split(',')
    .filter((text) => text.trim() !== '')
    .map((text) => part(text, node));
}

function part(text: string, { start, end, quoted }: TextNode): TextNode {
  return { kind: 'text', text: text.trim(), quoted, start, end, closed: true };
}
