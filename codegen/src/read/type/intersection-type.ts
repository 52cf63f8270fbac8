import { ts } from '../ts-morph.js';
import type { Brand, ObjectTree, PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { typeKey } from '../../declaration/type-key.js';
import { isLone, refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { brandName, isPhantom, isPhantomObject, phantomText, type BrandPart } from './phantom.js';
import { combine } from './union-type.js';

/** `A & B`: objects are merged, a type with an object for the compiler only is a brand, choices are what both have. */
export function readIntersectionType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isIntersectionTypeNode(node)) return undefined;
  const about = written(node, context);
  const read = node.types.map((type) => ({ type, member: readPart(type, context) }));
  const refusedTree = read.find(({ member }) => member?.kind === 'refused')?.member;
  const primitive = read.find(({ member }) => member !== undefined && isPrimitive(member));
  if (primitive?.member !== undefined) {
    const others = read.filter((one) => one !== primitive);
    const isBranded = others.every(
      ({ type, member }) => member?.kind === 'json' || isObjectLike(type, member),
    );
    if (isBranded) return branded(primitive.member, others, about, context);
  }
  if (refusedTree !== undefined) return refusedTree;
  const brands = read.filter(({ member }) => member === undefined || isPhantomObject(member));
  const members = read.flatMap((part) =>
    part.member === undefined || part.member.kind === 'json' || brands.includes(part) ? [] : [part.member],
  );
  const [first, ...rest] = members;
  if (first === undefined) {
    const json = read.find(({ member }) => member?.kind === 'json')?.member;
    return json === undefined ? { kind: 'json', form: '{}', ...about } : { ...json, ...about };
  }
  let met: UnionMember = first;
  for (const member of rest) {
    const next = intersect(met, member, about);
    if (typeof next === 'string') {
      return refuse(node, context, `an intersection ${next}`, 'write one interface with all properties');
    }
    met = next;
  }
  if (brands.length === 0) return { ...met, ...about };
  // No value is null and an object.
  const base = combine(
    partsOf(met).filter((part) => !isLone(part)),
    about,
  );
  return { ...marked(base, brands, context), ...about };
}

/** A base with its brand: on each of its variants, as TypeScript has it. */
function marked(base: UnionMember, brands: readonly BrandPart[], context: TypeContext): UnionMember {
  switch (base.kind) {
    case 'string':
    case 'number':
      return branded(base, brands, base, context);
    case 'union':
      return {
        ...base,
        variants: base.variants.map((variant) => {
          const one = marked(variant, brands, context);
          return isLone(one) ? variant : one;
        }),
      };
    case 'map':
      return base.form === 'map' ? base : withPhantom(base, brands, context);
    case 'object':
    case 'recursive':
    case 'reference':
      return withPhantom(base, brands, context);
    default:
      return base;
  }
}

function withPhantom(base: TypeTree, brands: readonly BrandPart[], context: TypeContext): TypeTree {
  const texts = [base.phantom, phantomText(brands, context)].filter((text) => text !== undefined);
  return texts.length === 0 ? base : { ...base, phantom: texts.join(' & ') };
}

/** The members of a brand's object (`[symbol]: 'Sku'`) are never read: undefined. */
function readPart(type: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  const isBrand = ts.isTypeLiteralNode(type) && type.members.length > 0 && type.members.every(isPhantom);
  return isBrand ? undefined : context.readMember(type);
}

function isPrimitive({ kind }: UnionMember): boolean {
  return ['string', 'number', 'boolean', 'bigint', 'enum', 'template'].includes(kind);
}

function isObjectLike(type: ts.TypeNode, member: UnionMember | undefined): boolean {
  return (
    member === undefined ||
    member.kind === 'object' ||
    (member.kind === 'refused' && ts.isTypeReferenceNode(type))
  );
}

/** What `& {}` can be written as, which keeps the literals beside it apart from `string`. */
const OPEN =
  /^\(?(?:\{\s*\}|Record<never,\s*(?:never|unknown|any)>|NonNullable<unknown>|object|unknown)\)?$/u;

function branded(
  base: UnionMember,
  others: readonly BrandPart[],
  about: Pick<TypeTree, 'place' | 'text'>,
  context: TypeContext,
): UnionMember {
  const { place, text } = about;
  const brands = others.filter(({ type }) => !OPEN.test(type.getText()));
  if (base.kind === 'string' && brands.length === 0) return { ...base, suggestions: [], place, text };
  const [brand] = brands;
  if (brand === undefined) return base;
  if (base.kind !== 'string' && base.kind !== 'number')
    return isLone(base) ? base : { ...base, branded: true };
  const own = phantomText(brands, context);
  // With a symbol in one of them, TypeScript compares the base.
  const isPrinted = own !== undefined && (base.brand === undefined || base.brand.text !== undefined);
  const printed = isPrinted
    ? [base.brand?.text, own].filter((one) => one !== undefined).join(' & ')
    : undefined;
  const name = brandName(brand.type, context);
  const found: Brand = { name, ...(printed === undefined ? {} : { text: printed }) };
  return { ...base, brand: found, place, text };
}

/** What two types have in common, or the end of the sentence that says why that is nothing. */
function intersect(
  a: UnionMember,
  b: UnionMember,
  about: Pick<TypeTree, 'place' | 'text'>,
): UnionMember | string {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.kind === 'union' || one.kind === 'nullable' || one.kind === 'undefinable') {
      const met = partsOf(one)
        .map((part) => (one === a ? intersect(part, other, about) : intersect(other, part, about)))
        .filter((part) => typeof part !== 'string');
      return combine(met, about);
    }
  }
  if (a.kind === 'object' && b.kind === 'object') return merge(a, b, about);
  const isOpen = [a, b].every(({ kind }) => kind === 'object' || kind === 'map');
  if (isOpen && a.kind !== b.kind) return 'of an index signature and other members';
  if (a.kind === 'enum' && b.kind === 'enum') return choose(a, (value) => b.values.includes(value));
  if (a.kind === 'enum' && isKindOf(b.kind)) return choose(a, (value) => typeof value === b.kind);
  if (b.kind === 'enum' && isKindOf(a.kind)) return choose(b, (value) => typeof value === a.kind);
  if (!isLone(a) && !isLone(b) && typeKey(a) === typeKey(b)) return a;
  return `of '${a.text}' and '${b.text}', which have no value in common`;
}

function partsOf(type: UnionMember): readonly UnionMember[] {
  const { place, text } = type;
  if (type.kind === 'union') return type.variants;
  if (type.kind === 'nullable') return [...partsOf(type.inner), { kind: 'null', place, text }];
  return type.kind === 'undefinable' ? [...partsOf(type.inner), { kind: 'undefined', place, text }] : [type];
}

function isKindOf(kind: UnionMember['kind']): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

function choose(
  tree: Extract<UnionMember, { kind: 'enum' }>,
  fits: (value: string | number | boolean) => boolean,
): UnionMember {
  const at = tree.values.flatMap((value, index) => (fits(value) ? [index] : []));
  const { place, text } = tree;
  if (at.length === 0) return { kind: 'never', place, text };
  return {
    ...tree,
    values: at.flatMap((index) => tree.values[index] ?? []),
    ...(tree.members === undefined ? {} : { members: at.flatMap((index) => tree.members?.[index] ?? []) }),
  };
}

function merge(a: ObjectTree, b: ObjectTree, about: Pick<TypeTree, 'place' | 'text'>): UnionMember | string {
  const properties = new Map<string, PropertyTree>(a.properties.map((property) => [property.name, property]));
  for (const property of b.properties) {
    const other = properties.get(property.name);
    if (other === undefined) {
      properties.set(property.name, property);
      continue;
    }
    const met = intersect(other.type, property.type, about);
    if (typeof met === 'string' || isLone(met)) {
      return `in which no value fits both types of '${property.name}': '${other.type.text}' and '${property.type.text}'`;
    }
    const doc = property.doc ?? other.doc;
    properties.set(property.name, {
      ...other,
      type: met,
      optional: other.optional && property.optional,
      ...(doc === undefined ? {} : { doc }),
    });
  }
  return {
    kind: 'object',
    identity: `${a.identity}&${b.identity}`,
    properties: [...properties.values()],
    ...about,
  };
}
