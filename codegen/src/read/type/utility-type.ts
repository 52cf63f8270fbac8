import type { ts } from '../ts-morph.js';
import type { ObjectTree, PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { excludeFrom } from './conditional-type.js';
import { commonObject } from './pick-from-union.js';
import { refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/** `Partial`, `Pick` and the others of the standard library that make one type from another. */
export function readUtilityType(
  node: ts.Node,
  name: string,
  args: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember | undefined {
  const [subject, second] = args;
  if (subject === undefined) return undefined;
  switch (name) {
    case 'NoInfer':
      return context.readMember(subject);
    case 'Readonly':
      return readonly(context.readMember(subject));
    case 'NonNullable':
      return withoutNothing(context.readMember(subject), written(node, context));
    case 'Partial':
      return eachProperty(node, subject, context, (property) => ({ ...property, optional: true }));
    case 'Required':
      return eachProperty(node, subject, context, required);
    case 'Pick':
    case 'Omit': {
      if (second === undefined) return undefined;
      const keys = context.readMember(second);
      if (keys.kind === 'refused') return keys;
      const names = new Set(keys.kind === 'enum' ? keys.values.map(String) : []);
      const isOpen = keys.kind !== 'enum' && keys.kind !== 'never';
      if (isOpen)
        return refuse(second, context, `keys of the type '${keys.text}'`, "write the names: 'a' | 'b'");
      const pick = (property: PropertyTree): PropertyTree | undefined =>
        names.has(property.name) === (name === 'Pick') ? property : undefined;
      return eachProperty(node, subject, context, pick, true);
    }
    case 'Exclude':
    case 'Extract':
      if (second === undefined) return undefined;
      return excludeFrom(
        node,
        context.readMember(subject),
        context.readMember(second),
        name === 'Extract',
        context,
      );
    default:
      return undefined;
  }
}

/** `Readonly<T>` is seen in lists, tuples and maps; of properties TypeScript does not compare it. */
function readonly(type: UnionMember): UnionMember {
  const isOpen = type.kind === 'map' && type.form === 'record';
  return type.kind === 'array' || type.kind === 'tuple' || isOpen ? { ...type, readonly: true } : type;
}

/** `Required<T>`: what may be absent has to be there. */
function required(property: PropertyTree): PropertyTree {
  const { type } = property;
  return { ...property, optional: false, type: type.kind === 'undefinable' ? type.inner : type };
}

/**
 * An object with other properties; of a union, each of its objects.
 *
 * @param isWhole whether a union is taken as one object
 */
function eachProperty(
  node: ts.Node,
  subject: ts.TypeNode,
  context: TypeContext,
  change: (property: PropertyTree) => PropertyTree | undefined,
  isWhole = false,
): UnionMember {
  const read = standalone(subject, context.readMember(subject), context);
  const type = unfold(read);
  const about = written(node, context);
  if (type.kind === 'refused') return type;
  if (type.kind === 'union' && isWhole) {
    const common = commonObject(type, about);
    if (common !== undefined) return changed(common, about, change) ?? common;
  } else if (type.kind === 'union') {
    const variants = type.variants.map((variant) => changed(unfold(variant), about, change) ?? variant);
    return combine(variants, about);
  }
  return (
    changed(type, about, change) ??
    refuse(node, context, `'${about.text}' of a type that is no object`, 'write the type out')
  );
}

function changed(
  type: TypeTree,
  about: Pick<TypeTree, 'place' | 'text'>,
  change: (property: PropertyTree) => PropertyTree | undefined,
): ObjectTree | undefined {
  if (type.kind !== 'object') return undefined;
  const properties = type.properties.map(change).filter((property) => property !== undefined);
  const identity = `${type.identity} ${about.place.file}:${about.place.line}:${about.place.column}`;
  return { kind: 'object', identity, properties, ...about };
}

function withoutNothing(type: UnionMember, about: Pick<TypeTree, 'place' | 'text'>): UnionMember {
  if (type.kind === 'null' || type.kind === 'undefined') return { kind: 'never', ...about };
  return type.kind === 'nullable' || type.kind === 'undefinable' ? withoutNothing(type.inner, about) : type;
}
