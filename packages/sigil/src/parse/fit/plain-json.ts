import type { JsonValue } from '@sigil/spec';
import type { Node } from '../tree/node.js';

/** Deeper than this no reply is followed: what is there is no value of a program. */
export const MAX_DEPTH = 500;

const WORDS = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
  ['undefined', null],
  ['NULL', null],
  ['Null', null],
  ['nil', null],
]);

/** The JSON that a node says by itself, without a type; undefined where it is nested too deep. */
export function plainJson(node: Node, depth = 0): JsonValue | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (node.kind === 'text') return node.quoted ? node.text : bareJson(node.text);
  if (node.kind === 'list') {
    const items: JsonValue[] = [];
    for (const item of node.items) {
      const value = plainJson(item, depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }
  const members = new Map<string, JsonValue>();
  for (const { key, value } of node.members) {
    const held = plainJson(value, depth + 1);
    if (held === undefined) return undefined;
    if (!members.has(key)) members.set(key, held);
  }
  return Object.fromEntries(members);
}

function bareJson(text: string): JsonValue {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text)) return text;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** True for a bare word that says that there is no value. */
export function isNullWord(node: Node): boolean {
  return node.kind === 'text' && !node.quoted && WORDS.get(node.text) === null;
}
