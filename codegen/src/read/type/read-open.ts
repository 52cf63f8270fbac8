import type { ts } from '../ts-morph.js';
import {
  isLone,
  written,
  type Inside,
  type OpenType,
  type TypeContext,
  type UnionMember,
} from './type-context.js';

/** Reads the inside of what has a name. Where the inside leads back, it is a type that holds itself. */
export function readOpen(
  node: ts.Node,
  { name, identity }: Pick<OpenType, 'name' | 'identity'>,
  context: TypeContext,
  read: (inside: TypeContext, open: OpenType) => UnionMember,
  within: (inside: Inside) => TypeContext = (inside) => context.within(node, inside),
): UnionMember {
  const again = context.open.find((open) => open.identity === identity);
  if (again !== undefined) {
    again.isRecursive = true;
    return { kind: 'reference', name: again.name, identity, ...written(node, context) };
  }
  const open: OpenType = { identity, name: uniqueName(name, context), isRecursive: false };
  const type = read(within({ open }), open);
  if (!open.isRecursive || isLone(type)) return type;
  return { kind: 'recursive', name: open.name, identity, type, ...written(node, context) };
}

function uniqueName(name: string, context: TypeContext): string {
  const taken = new Set(context.open.map((open) => open.name));
  let fresh = name;
  for (let at = 2; taken.has(fresh); at += 1) fresh = `${name}${at}`;
  return fresh;
}
