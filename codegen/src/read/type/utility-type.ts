import type { ts } from '../ts-morph.js';
import type {
  ArrayTree,
  MapTree,
  ObjectTree,
  PropertyTree,
  TupleTree,
  TypeTree,
} from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { eachPart } from './each-part.js';
import { excludeFrom } from './exclude-type.js';
import { readAwaited, readInstance, readParameters, readReturnType } from './function-type.js';
import { mappedList } from './mapped-list.js';
import { commonObject } from './pick-from-union.js';
import { isAlwaysAbsent } from './object-type.js';
import {
  aloneOr,
  refuse,
  standalone,
  stripped,
  written,
  type TypeContext,
  type UnionMember,
} from './type-context.js';

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
    case 'Awaited':
      return readAwaited(subject, context);
    case 'ReturnType':
      return readReturnType(node, subject, context);
    case 'Parameters':
    case 'ConstructorParameters':
      return readParameters(node, subject, name === 'ConstructorParameters', context);
    case 'InstanceType':
      return readInstance(subject, context);
    case 'Readonly':
      return readonlyOf(context.readMember(subject), written(node, context));
    case 'NonNullable':
      return withoutNothing(context.readMember(subject), written(node, context));
    case 'Partial':
      return withModifier(node, subject, 'add', context);
    case 'Required':
      return withModifier(node, subject, 'remove', context);
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
      return eachProperty(node, subject, context, pick);
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
function readonlyOf(type: UnionMember, about: Pick<TypeTree, 'place' | 'text'>): UnionMember {
  if (type.kind === 'recursive') return type;
  return eachPart(type, about, (part) => {
    const isOpen = part.kind === 'map' && part.form === 'record';
    return part.kind === 'array' || part.kind === 'tuple' || isOpen ? { ...part, readonly: true } : part;
  });
}

/** `Partial<T>` and `Required<T>`: what may be absent, and what has to be there. */
function withModifier(
  node: ts.Node,
  subject: ts.TypeNode,
  optional: 'add' | 'remove',
  context: TypeContext,
): UnionMember {
  const about = written(node, context);
  const change = (property: PropertyTree): PropertyTree => ({
    ...property,
    optional: optional === 'add',
    type: optional === 'remove' && property.optional ? stripped(property.type) : property.type,
  });
  return eachPart(context.readMember(subject), about, (part) => {
    if (part.kind === 'array' || part.kind === 'tuple') {
      const read = (at?: number) => itemAt(part, at);
      return { ...mappedList(part, { optional, readonly: undefined }, read), ...about };
    }
    if (part.kind === 'map' && part.form === 'record') return { ...withValue(part, optional), ...about };
    const read = standalone(subject, part, context);
    return (
      changed(read, about, change) ??
      refuse(node, context, `'${about.text}' of a type that is no object`, 'write the type out')
    );
  });
}

function itemAt(list: ArrayTree | TupleTree, at: number | undefined): TypeTree {
  if (list.kind === 'array') return list.items;
  return (at === undefined ? list.rest : list.items[at]?.type) ?? list;
}

function withValue(map: MapTree, optional: 'add' | 'remove'): MapTree {
  const { value } = map;
  if (optional === 'remove') return value.kind === 'undefinable' ? { ...map, value: value.inner } : map;
  const { place, text } = value;
  if (value.kind === 'undefinable') return map;
  return { ...map, value: { kind: 'undefinable', inner: value, place, text: `${text} | undefined` } };
}

/** An object with fewer properties; of a union, of what all of its objects have. */
function eachProperty(
  node: ts.Node,
  subject: ts.TypeNode,
  context: TypeContext,
  change: (property: PropertyTree) => PropertyTree | undefined,
): UnionMember {
  const type = unfold(standalone(subject, context.readMember(subject), context));
  const about = written(node, context);
  if (type.kind === 'refused') return type;
  const common = type.kind === 'union' ? commonObject(type, about) : undefined;
  return (
    changed(common ?? type, about, change) ??
    refuse(node, context, `'${about.text}' of a type that is no object`, 'write the type out')
  );
}

function changed(
  type: TypeTree,
  about: Pick<TypeTree, 'place' | 'text'>,
  change: (property: PropertyTree) => PropertyTree | undefined,
): ObjectTree | undefined {
  if (type.kind !== 'object') return undefined;
  const all = type.properties.map(change).filter((property) => property !== undefined);
  const properties = all.filter((property) => !isAlwaysAbsent(property));
  const absent = [...(type.absent ?? []), ...all.filter(isAlwaysAbsent).map(({ name }) => name)];
  const identity = `${type.identity} ${about.place.file}:${about.place.line}:${about.place.column}`;
  return {
    kind: 'object',
    identity,
    properties,
    open: true,
    ...(absent.length === 0 ? {} : { absent }),
    // The property of a brand is one among the others.
    ...(type.marks === undefined ? {} : { marks: 'unclear' }),
    ...about,
  };
}

function withoutNothing(type: UnionMember, about: Pick<TypeTree, 'place' | 'text'>): UnionMember {
  if (type.kind === 'null' || type.kind === 'undefined') return { kind: 'never', ...about };
  return type.kind === 'nullable' || type.kind === 'undefinable'
    ? withoutNothing(aloneOr(type.inner), about)
    : type;
}
