import { bodyOf } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { knownNames } from '../parse/find/known-names.js';
import { itemsInText, type TextItems } from '../parse/fit/items-in-text.js';
import type { Node } from '../parse/tree/node.js';
import { readRoots } from '../parse/tree/read-roots.js';
import { followPath, type Path } from './follow-path.js';
import type { Place } from './place.js';

/**
 * Where a part of the value of a field stands in the field's text.
 *
 * @param path of the part, from the field inwards; not empty
 * @returns undefined for a part that is missing, or whose place is not known
 */
export function placeInText(text: string, type: ValueType, path: Path): Place | undefined {
  const body = bodyOf(type);
  if (body.kind !== 'array' && body.kind !== 'set') {
    const root = readRoots(text, knownNames(type)).find(
      ({ kind }) => body.kind !== 'object' || kind === 'object',
    );
    return root === undefined ? undefined : placeOfNode(text, followPath(root, type, path));
  }
  const list = readRoots(text, knownNames(type)).find(({ kind }) => kind === 'list');
  if (list !== undefined) return placeOfNode(text, followPath(list, type, path));
  const index = Number(path[0]);
  if (path.length > 1) return undefined;
  return quotedItem(text, index) ?? plainItem(text, itemsInText(text, body.items), index);
}

/** The place of a node in the text that it was read from. */
export function placeOfNode(text: string, node: Node | undefined): Place | undefined {
  if (node === undefined) return undefined;
  const { start, end } = node;
  // A bare word may have been read up to the next line.
  return { start, end: start + text.slice(start, end).trimEnd().length, notation: 'json' };
}

/** Texts in quotes with commas between them: a list without its brackets. */
function quotedItem(text: string, index: number): Place | undefined {
  if (!/^\s*["'“]/u.test(text)) return undefined;
  const [only] = readRoots(`[${text}]`, undefined);
  const item = only?.kind === 'list' && only.end === text.length + 2 ? only.items[index] : undefined;
  return item === undefined ? undefined : { start: item.start - 1, end: item.end - 1, notation: 'json' };
}

/** An item behind a bullet ends its line; one between commas does not. */
function plainItem(text: string, parts: TextItems | undefined, index: number): Place | undefined {
  const { items, isBullets } = parts ?? { items: [], isBullets: false };
  let end = 0;
  for (const item of items.slice(0, index + 1)) {
    const start = isBullets ? endingLine(text, item, end) : text.indexOf(item, end);
    if (start < 0) return undefined;
    end = start + item.length;
  }
  const item = items[index];
  if (item === undefined) return undefined;
  return {
    start: end - item.length,
    end: end - (item.length - item.trimEnd().length),
    notation: isBullets ? 'line' : 'json',
  };
}

/** Where a part stands that ends a line; -1 for nowhere. */
function endingLine(text: string, part: string, from: number): number {
  let at = text.indexOf(part, from);
  while (at >= 0 && at + part.length < text.length && text[at + part.length] !== '\n')
    at = text.indexOf(part, at + 1);
  return at;
}
