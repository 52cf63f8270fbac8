import { ts } from '../ts-morph.js';
import { branded, marked } from './brand-type.js';
import { alternativesOf, intersect } from './intersect.js';
import { isPhantom, isPhantomObject, type BrandPart } from './phantom.js';
import { isLone, isPrimitive, refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/** `A & B`: objects are merged, a type with an object for the compiler only is a brand, choices are what both have. */
export function readIntersectionType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isIntersectionTypeNode(node)) return undefined;
  const about = written(node, context);
  const all = node.types.map((type) => ({ type, member: readPart(type, context) }));
  const never = all.find(({ member }) => member?.kind === 'never')?.member;
  if (never !== undefined) return never;
  const isAnything = ({ member }: BrandPart): boolean => member?.kind === 'json' && member.form === 'unknown';
  // Where all are unknown, one is left.
  const read = all.filter((part, at) => !isAnything(part) || (at === 0 && all.every(isAnything)));
  const refusedTree = read.find(({ member }) => member?.kind === 'refused')?.member;
  const primitive = read.find(({ member }) => member !== undefined && isPrimitive(member));
  const base = primitive?.member;
  if (base !== undefined && !isLone(base)) {
    const others = read.filter((one) => one !== primitive);
    if (others.length === 0) return { ...base, ...about };
    const isBranded = others.every(({ type, member }) => isOpenEnd(member) || isObjectLike(type, member));
    if (isBranded) return branded(base, others, about, context);
  }
  if (refusedTree !== undefined) return refusedTree;
  const brands = read.filter(({ member }) => member === undefined || isPhantomObject(member));
  const members = read.flatMap((part) =>
    part.member === undefined || brands.includes(part) ? [] : [part.member],
  );
  const [first, ...rest] = members;
  if (first === undefined) return { kind: 'json', form: '{}', ...about };
  let met: UnionMember = first;
  for (const member of rest) {
    const next = intersect(met, member, about);
    if (next.kind === 'unmet') return refuse(node, context, `an intersection ${next.why}`, hintFor(members));
    met = next;
  }
  if (brands.length === 0) return { ...met, ...about };
  // No value is null and an object.
  const rested = combine(
    alternativesOf(met).filter((part) => !isLone(part)),
    about,
  );
  return { ...marked(rested, brands, context), ...about };
}

function hintFor(members: readonly UnionMember[]): string {
  const areObjects = members.every(({ kind }) => kind === 'object' || kind === 'map' || kind === 'recursive');
  return areObjects ? 'write one interface with all properties' : 'write the one type that is meant';
}

/** `{}` behind text: all but null and undefined. */
function isOpenEnd(member: UnionMember | undefined): boolean {
  return member?.kind === 'json' && member.form === '{}' && member.absent === undefined;
}

/** The members of a brand's object (`[symbol]: 'Sku'`) are never read: undefined. */
function readPart(type: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  const isBrand = ts.isTypeLiteralNode(type) && type.members.length > 0 && type.members.every(isPhantom);
  return isBrand ? undefined : context.readMember(type);
}

function isObjectLike(type: ts.TypeNode, member: UnionMember | undefined): boolean {
  return (
    member === undefined ||
    member.kind === 'object' ||
    (member.kind === 'refused' && ts.isTypeReferenceNode(type))
  );
}
