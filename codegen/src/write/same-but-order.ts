import { canonicalJson } from '@sigil/hash';
import { isRecord } from '../spec/is-record.js';

/**
 * Whether two types, as generated files have them, are one type that lists its values, properties or variants in another
 * order. Nothing that was tuned for the one is lost for the other.
 */
export function isSameButOrder(a: unknown, b: unknown): boolean {
  return canonicalJson(unordered(a)) === canonicalJson(unordered(b));
}

/** The type with its members in an order that depends on nothing but them. */
function unordered(type: unknown): unknown {
  if (Array.isArray(type)) return type.map(unordered);
  if (!isRecord(type)) return type;
  const isChoice = type['kind'] === 'enum' || type['kind'] === 'choice';
  const members = listAt(type, 'members');
  const choices = listAt(type, 'values').map((value, at) => [value, members[at] ?? {}]);
  return Object.fromEntries(
    Object.entries(type).flatMap(([name, held]): [string, unknown][] => {
      if (isChoice && name === 'members') return [];
      if (isChoice && name === 'values') return [[name, sorted(choices)]];
      const inner = unordered(held);
      return [[name, UNORDERED.has(name) && Array.isArray(inner) ? sorted(inner) : inner]];
    }),
  );
}

function listAt(type: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = type[name];
  return Array.isArray(list) ? list : [];
}

const UNORDERED = new Set(['properties', 'variants', 'suggestions']);

function sorted(members: readonly unknown[]): readonly unknown[] {
  return members
    .map((member) => ({ member, text: canonicalJson(member) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ member }) => member);
}
