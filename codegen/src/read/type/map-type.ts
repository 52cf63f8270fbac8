import type { ts } from '../ts-morph.js';
import type { MapTree, PropertyTree, RefusedTree } from '../../declaration/type-tree.js';
import { eachChoice } from './each-choice.js';
import { namedBy } from './key-property.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** The type of the keys of a record: text or numbers. Any text takes in the numbers beside it, as every name is text. */
export function readName(node: ts.TypeNode, context: TypeContext): MapTree['key'] | RefusedTree {
  const read = context.readMember(node);
  const isName =
    read.kind === 'union' && read.variants.every(({ kind }) => kind === 'string' || kind === 'number');
  return asKey(
    node,
    (isName ? read.variants.find(({ kind }) => kind === 'string') : undefined) ?? read,
    context,
  );
}

/** The type of the keys of a map: text or numbers. */
export function readKey(node: ts.TypeNode, context: TypeContext): MapTree['key'] | RefusedTree {
  return asKey(node, context.readMember(node), context);
}

function asKey(node: ts.Node, read: UnionMember, context: TypeContext): MapTree['key'] | RefusedTree {
  if (
    read.kind === 'string' ||
    read.kind === 'number' ||
    read.kind === 'template' ||
    read.kind === 'refused'
  ) {
    return read;
  }
  if (read.kind === 'enum' && !read.values.some((value) => typeof value === 'boolean')) return read;
  const isTexts =
    read.kind === 'union' && read.variants.every(({ kind }) => kind === 'template' || kind === 'enum');
  return refuse(
    node,
    context,
    `a map with keys of the type '${read.text}'`,
    isTexts
      ? "use 'string', or one template literal as key: `${'a' | 'b'}-${number}`"
      : "use 'string', 'number' or literals as keys",
  );
}

/** `Record<K, V>`: an object where the keys are a closed list, a map for any others. */
export function readRecord(
  node: ts.Node,
  keys: ts.TypeNode,
  value: ts.TypeNode,
  context: TypeContext,
): UnionMember {
  const key = readName(keys, context);
  if (key.kind === 'refused') return key;
  const about = written(node, context);
  if (key.kind !== 'enum') {
    return { kind: 'map', form: 'record', readonly: false, key, value: context.read(value), ...about };
  }
  const type = context.read(value);
  const properties = eachChoice(key).map((one): PropertyTree => ({
    ...namedBy(one),
    place: key.place,
    optional: false,
    type,
  }));
  return {
    kind: 'object',
    identity: `record ${about.place.file}:${about.place.line}:${about.place.column}`,
    properties,
    open: true,
    ...about,
  };
}

/** `Map<K, V>` */
export function readMap(
  node: ts.Node,
  keys: ts.TypeNode,
  value: ts.TypeNode,
  readonly: boolean,
  context: TypeContext,
): UnionMember {
  const key = readKey(keys, context);
  if (key.kind === 'refused') return key;
  return { kind: 'map', form: 'map', readonly, key, value: context.read(value), ...written(node, context) };
}
