import { ts } from '../ts-morph.js';
import type { ObjectTree, PropertyTree, TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { isLimitTag } from '../../declaration/tag-names.js';
import { unfold } from '../../declaration/inner-types.js';
import {
  aloneOr,
  isLone,
  refuse,
  standalone,
  written,
  type TypeContext,
  type UnionMember,
} from './type-context.js';
import { propertyAt } from './member-node.js';
import { nameOf } from './object-type.js';
import { identityOf } from './identity.js';
import { readOpen } from './read-open.js';
import { agreeing, combine } from './union-type.js';

/** `T['name']`, `T[number]`, `T[keyof T]`. */
export function readIndexedType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  const declared = readDeclared(node, context);
  if (declared !== undefined) return declared;
  const subject = unfold(standalone(node.objectType, context.readMember(node.objectType), context));
  const index = context.readMember(node.indexType);
  if (subject.kind === 'refused') return subject;
  if (index.kind === 'refused') return index;
  const about = written(node, context);
  const found = elements(subject, index);
  if (found === undefined) {
    const hint = subject.kind === 'object' ? `its properties are ${namesOf(subject)}` : 'write the type out';
    return refuse(node, context, `'${about.text}', which leads to nothing`, hint);
  }
  return found.length === 1 ? found[0] : combine(agreeing(found), about);
}

/** The type of a property that is plain to see, without a look at the others. */
function readDeclared(node: ts.IndexedAccessTypeNode, context: TypeContext): UnionMember | undefined {
  const found = propertyAt(node, context);
  if (found === undefined) return undefined;
  const { property } = found;
  const name = nameOf(property.name);
  const identity = identityOf(property, found.context);
  const read = readOpen(node, { name, identity }, found.context, (inside) => inside.readMember(found.type));
  if (isLone(read)) return read;
  const place = context.placeOf(property.name);
  const doc = context.docOf(property);
  const optional = property.questionToken !== undefined;
  return typeOf({ name, place, optional, type: read, ...(doc === undefined ? {} : { doc }) });
}

function elements(subject: TypeTree, index: UnionMember): readonly UnionMember[] | undefined {
  if (subject.kind === 'union') {
    const all = subject.variants.map((variant) => elements(unfold(variant), index));
    return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
  }
  if (index.kind === 'number') {
    if (subject.kind === 'array') return [subject.items];
    if (subject.kind === 'tuple') {
      return [...subject.items.map(itemType), ...(subject.rest === undefined ? [] : [subject.rest])];
    }
  }
  const counted = countOf(subject, index);
  if (counted !== undefined) return counted;
  if (subject.kind === 'map' && subject.form === 'record') return [subject.value];
  if (index.kind !== 'enum') return undefined;
  const all = index.values.map((key) => {
    if (subject.kind === 'tuple') {
      const item = subject.items[Number(key)];
      return item === undefined ? subject.rest : itemType(item);
    }
    if (subject.kind !== 'object') return undefined;
    const property = subject.properties.find(({ name }) => name === String(key));
    return property === undefined ? undefined : typeOf(property);
  });
  return all.includes(undefined) ? undefined : all.filter((type) => type !== undefined);
}

/** `List['length']`, `Unique['size']`: of a tuple, how many items it may have. */
function countOf(subject: TypeTree, index: UnionMember): readonly UnionMember[] | undefined {
  const { place } = subject;
  if (index.kind !== 'enum' || index.values.length !== 1) return undefined;
  const [name] = index.values;
  const isOpen =
    subject.kind === 'string' || subject.kind === 'array' || (subject.kind === 'tuple' && subject.rest);
  const isSized = subject.kind === 'set' || (subject.kind === 'map' && subject.form === 'map');
  if ((isOpen && name === 'length') || (isSized && name === 'size')) {
    return [{ kind: 'number', place, text: 'number' }];
  }
  if (subject.kind !== 'tuple' || name !== 'length') return undefined;
  const least = subject.items.filter(({ optional }) => !optional).length;
  const counts = subject.items.slice(least).map((_, at) => least + at + 1);
  return [{ kind: 'enum', values: [least, ...counts], place, text: String(least) }];
}

/** `'id', 'name'`, as far as a line has room. */
function namesOf({ properties }: ObjectTree): string {
  const names = properties.slice(0, MAX_NAMES).map(({ name }) => `'${name}'`);
  return `${names.join(', ')}${properties.length > MAX_NAMES ? ', ..' : ''}`;
}

const MAX_NAMES = 8;

function itemType({ type, optional }: TupleItemTree): TypeTree {
  if (!optional || type.kind === 'undefinable') return type;
  return { kind: 'undefinable', inner: type, place: type.place, text: `${type.text} | undefined` };
}

function typeOf(property: PropertyTree): UnionMember {
  const { type, optional, place } = property;
  const alone = aloneOr(type);
  if (isLone(alone)) return alone;
  const tags = (property.doc?.tags ?? []).filter(({ name }) => isLimitTag(name));
  const tagged = tags.length === 0 ? type : { ...type, tags: [...(type.tags ?? []), ...tags] };
  if (!optional || type.kind === 'undefinable') return tagged;
  return { kind: 'undefinable', inner: tagged, place, text: `${type.text} | undefined` };
}
