import { ts } from '../ts-morph.js';
import type {
  EnumTree,
  MapTree,
  ObjectTree,
  PropertyTree,
  RefusedTree,
  TypeTree,
} from '../../declaration/type-tree.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import { isAboutName, isTagName } from '../../declaration/tag-names.js';
import { unfold } from '../../declaration/inner-types.js';
import { declarationsOf } from './declarations-of.js';
import { eachChoice } from './each-choice.js';
import { eachPart } from './each-part.js';
import { identityOf } from './identity.js';
import { namedBy } from './key-property.js';
import { mappedList, type Modifier, type Modifiers } from './mapped-list.js';
import { commonObject } from './pick-from-union.js';
import { isAlwaysAbsent } from './object-type.js';
import {
  isLone,
  refuse,
  standalone,
  stripped,
  written,
  type TypeContext,
  type UnionMember,
} from './type-context.js';
import { withoutParentheses } from './without-parentheses.js';

/** A mapped type that says what its keys are and what stands at each. */
interface Mapping {
  readonly node: ts.MappedTypeNode;
  readonly keys: ts.TypeNode;
  readonly value: ts.TypeNode;
  readonly modifiers: Modifiers;
}

/** `{ [K in Keys]: T }`: an object where the keys are a closed list, a map for any others. */
export function readMappedType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isMappedTypeNode(node)) return undefined;
  const { constraint } = node.typeParameter;
  if (constraint === undefined || node.type === undefined) {
    return refuse(node, context, 'a mapped type without types', 'write an interface with the properties');
  }
  const mapping: Mapping = {
    node,
    keys: withoutParentheses(constraint),
    value: node.type,
    modifiers: { optional: modifierOf(node.questionToken), readonly: modifierOf(node.readonlyToken) },
  };
  const parameter = keptParameter(mapping.keys, context);
  const subject = parameter === undefined ? undefined : context.bindings.get(parameter);
  if (parameter === undefined || subject === undefined) return readKeys(mapping, context);
  // `[K in keyof T]`: each part of a union by itself, and lists stay lists.
  return eachPart(subject, written(node, context), (part) => {
    const inside = context.within(node, { bindings: new Map([...context.bindings, [parameter, part]]) });
    const isList = part.kind === 'array' || part.kind === 'tuple';
    if (!isList || node.nameType !== undefined) return readKeys(mapping, inside);
    const list = mappedList(part, mapping.modifiers, (at) => valueAt(mapping, indexAt(at, part), inside));
    return { ...list, ...written(node, context) };
  });
}

function modifierOf(token: ts.MappedTypeNode['questionToken'] | ts.ReadonlyKeyword): Modifier {
  if (token === undefined) return undefined;
  return token.kind === ts.SyntaxKind.MinusToken ? 'remove' : 'add';
}

/** The type parameter `T` of `keyof T`. */
function keptParameter(keys: ts.TypeNode, context: TypeContext): ts.Declaration | undefined {
  if (!ts.isTypeOperatorNode(keys) || keys.operator !== ts.SyntaxKind.KeyOfKeyword) return undefined;
  const subject = withoutParentheses(keys.type);
  if (!ts.isTypeReferenceNode(subject)) return undefined;
  return declarationsOf(subject.typeName, context.checker)?.find(
    (declaration) => ts.isTypeParameterDeclaration(declaration) && context.bindings.has(declaration),
  );
}

function valueAt({ node, value }: Mapping, key: UnionMember, context: TypeContext): TypeTree {
  return bound(node, key, context).read(value);
}

/** The key of an item: its place in a tuple, any number in a list. */
function indexAt(at: number | undefined, { place }: Pick<TypeTree, 'place'>): UnionMember {
  if (at === undefined) return { kind: 'number', place, text: 'number' };
  return { kind: 'enum', values: [at], place, text: String(at) };
}

function bound(node: ts.MappedTypeNode, key: UnionMember, context: TypeContext): TypeContext {
  return context.within(node, { bindings: new Map([...context.bindings, [node.typeParameter, key]]) });
}

function readKeys(mapping: Mapping, context: TypeContext): UnionMember {
  const keys = context.readMember(mapping.keys);
  if (keys.kind === 'refused') return keys;
  if (keys.kind === 'enum') return readObject(mapping, keys, context);
  if (keys.kind === 'never') return { kind: 'json', form: '{}', ...written(mapping.node, context) };
  const key = openKey(keys);
  if (key !== undefined) return readMap(mapping, key, context);
  return refuse(mapping.keys, context, `keys of the type '${keys.text}'`, "write the names: 'a' | 'b'");
}

/** Keys that are no closed list. Any text takes in the numbers beside it: `string | number`. */
function openKey(keys: UnionMember): MapTree['key'] | undefined {
  if (keys.kind === 'string' || keys.kind === 'number' || keys.kind === 'template') return keys;
  return keys.kind === 'union' ? keys.variants.find((variant) => variant.kind === 'string') : undefined;
}

function readMap(mapping: Mapping, key: MapTree['key'], context: TypeContext): UnionMember {
  const { node, modifiers } = mapping;
  if (node.nameType !== undefined) {
    return refuse(node.nameType, context, "'as' over keys that are no closed list", 'write the names out');
  }
  const read = bound(node, key, context).read(mapping.value);
  const about = written(node, context);
  const value: TypeTree =
    modifiers.optional === 'add' && read.kind !== 'undefinable'
      ? { kind: 'undefinable', inner: read, place: read.place, text: `${read.text} | undefined` }
      : read;
  return { kind: 'map', form: 'record', readonly: modifiers.readonly === 'add', key, value, ...about };
}

function readObject(mapping: Mapping, keys: EnumTree, context: TypeContext): UnionMember {
  const { node } = mapping;
  const originals = originalsOf(mapping.keys, context);
  const properties = new Map<string, PropertyTree>();
  const absent: string[] = [];
  for (const key of eachChoice(keys)) {
    const original = originals?.properties.find((property) => property.name === String(key.values[0]));
    const names = namesOf(mapping, key, context);
    if (names?.kind === 'refused') return names;
    for (const name of names === undefined ? [] : eachChoice(names)) {
      const property = propertyAt(mapping, { key, name, original }, context);
      if (isAlwaysAbsent(property)) absent.push(property.name);
      else properties.set(property.name, property);
    }
  }
  const about = { ...written(node, context), ...(absent.length === 0 ? {} : { absent }) };
  if (properties.size === 0) return { kind: 'json', form: '{}', ...about };
  const marks = originals?.marks === undefined ? {} : ({ marks: 'unclear' } as const);
  const identity = identityOf(node, context, [keys, ...context.bindings.values()]);
  return { kind: 'object', identity, properties: [...properties.values()], open: true, ...marks, ...about };
}

interface MappedKey {
  readonly key: EnumTree;
  readonly name: EnumTree;
  readonly original: PropertyTree | undefined;
}

function propertyAt(
  mapping: Mapping,
  { key, name, original }: MappedKey,
  context: TypeContext,
): PropertyTree {
  const { optional: modifier } = mapping.modifiers;
  const read = valueAt(mapping, key, context);
  const optional = modifier === undefined ? original?.optional === true : modifier === 'add';
  // T[K] of a property that may be absent holds `undefined`, which is not written there.
  const isAdded = original?.optional === true && original.type.kind !== 'undefinable';
  const isTaken = modifier === 'remove' && original?.optional === true && !isAdded;
  const doc = original?.doc === undefined ? undefined : docFor(original.doc, mapping);
  return {
    ...namedBy(name),
    place: original?.place ?? key.place,
    optional,
    type: isTaken ? stripped(read) : read.kind === 'undefinable' && isAdded ? read.inner : read,
    ...(doc === undefined ? {} : { doc }),
  };
}

/** What a comment says about the values holds where the values stay: `T[K]`. */
function docFor(doc: DocComment, { node, value }: Mapping): DocComment {
  const type = withoutParentheses(value);
  const index = ts.isIndexedAccessTypeNode(type) ? withoutParentheses(type.indexType) : undefined;
  if (index?.getText() === node.typeParameter.name.text) return doc;
  return { ...doc, tags: doc.tags.filter(({ name }) => !isTagName(name) || isAboutName(name)) };
}

/** The names that `as` gives to a key; none where it leaves the key out. */
function namesOf({ node }: Mapping, key: EnumTree, context: TypeContext): EnumTree | RefusedTree | undefined {
  if (node.nameType === undefined) return key;
  const name = bound(node, key, context).readMember(node.nameType);
  if (name.kind === 'never') return undefined;
  if (name.kind === 'enum' || name.kind === 'refused') return name;
  return refuse(node.nameType, context, `a name of the type '${name.text}'`, 'write the names out');
}

/**
 * The object that the keys are those of: its properties stay optional and keep their comments. `[K in keyof T]`, also
 * `[P in K]` of a parameter that is said to be `K extends keyof T`.
 */
function originalsOf(keys: ts.TypeNode, context: TypeContext): ObjectTree | undefined {
  const declared = ts.isTypeReferenceNode(keys) ? declarationsOf(keys.typeName, context.checker) : undefined;
  const constraint = declared?.find(ts.isTypeParameterDeclaration)?.constraint ?? keys;
  if (!ts.isTypeOperatorNode(constraint) || constraint.operator !== ts.SyntaxKind.KeyOfKeyword)
    return undefined;
  const read = context.readMember(constraint.type);
  if (isLone(read)) return undefined;
  const type = unfold(standalone(constraint.type, read, context));
  if (type.kind === 'union') return commonObject(type, written(constraint.type, context));
  return type.kind === 'object' ? type : undefined;
}
