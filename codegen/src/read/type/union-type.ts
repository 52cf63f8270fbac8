import { ts } from '../ts-morph.js';
import { parseDocComment } from '../../declaration/doc-comment.js';
import type { RefusedTree, Remark, TypeTree, Written } from '../../declaration/type-tree.js';
import { typeKey } from '../../declaration/type-key.js';
import { memberComment } from './member-comment.js';
import { absorb, mergeLiterals } from './merge-literals.js';
import { aliasOf, saidOfMember } from './said-of-member.js';
import { aloneOr, isLone, written, type TypeContext, type UnionMember } from './type-context.js';

/** `A | B`: literals become one enum in the order in which they are written; `null` and `undefined` wrap the rest. */
export function readUnionType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isUnionTypeNode(node)) return undefined;
  const members = node.types.map((type, at) =>
    documented(type, node.types[at - 1]?.end ?? node.pos, context.readMember(type), context),
  );
  return combine(members, written(node, context));
}

/** A literal with the comment that stands beside it: the compiler attaches none. */
function documented(
  node: ts.TypeNode,
  before: number,
  member: UnionMember,
  context: TypeContext,
): UnionMember {
  if (member.kind !== 'enum' || member.values.length !== 1 || member.members !== undefined) return member;
  const comment = memberComment(node, before);
  if (comment === undefined) return member;
  const place = context.placeOf(node);
  const doc = parseDocComment(comment.raw, () => place);
  const said = saidOfMember(doc);
  return {
    ...member,
    ...(Object.keys(said).length === 0 ? {} : { members: [said] }),
    ...(doc.tags.length === 0 ? {} : { memberTags: doc.tags }),
    ...('shown' in said ? { called: member.values.map((value) => ({ value, ...aliasOf(doc) })) } : {}),
  };
}

/** The union of types that were read already, in their order. */
export function combine(
  members: readonly UnionMember[],
  about: Pick<Written, 'place' | 'text'>,
): UnionMember {
  const parts = members.flatMap(flat);
  const refused = parts.find((member) => member.kind === 'refused');
  if (refused !== undefined) return refused;
  const has = (kind: UnionMember['kind']): boolean => parts.some((member) => member.kind === kind);

  const alternatives: TypeTree[] = [];
  const remarks: Remark[] = [];
  const literals = mergeLiterals(parts, about);
  for (const part of parts) {
    if (isLone(part)) continue;
    if (part.kind === 'enum' || part.kind === 'boolean') {
      for (const one of literals) if (!alternatives.includes(one)) alternatives.push(one);
    } else if (!alternatives.some((one) => isSame(one, part))) alternatives.push(part);
  }
  const kept = absorb(alternatives, remarks);
  const noted = remarks.length === 0 ? {} : { remarks };
  const [only, second] = kept;
  if (only === undefined) {
    if (has('null') && has('undefined')) return { kind: 'undefinable', inner: nothing(about), ...about };
    if (has('null')) return { kind: 'null', ...about };
    return { kind: has('undefined') ? 'undefined' : 'never', ...about };
  }
  const single = { ...only, ...(isLiteralKind(only) || remarks.length > 0 ? about : {}) };
  const type: TypeTree =
    second === undefined
      ? { ...single, ...mergeRemarks(single.remarks, remarks) }
      : { kind: 'union', variants: kept, ...about, ...noted };
  const nullable: TypeTree = has('null') ? { kind: 'nullable', inner: type, ...about } : type;
  return has('undefined') ? { kind: 'undefinable', inner: nullable, ...about } : nullable;
}

/** `null` of `null | undefined`, which is no type that stands by itself. */
function nothing(about: Pick<Written, 'place' | 'text'>): RefusedTree {
  const hint = 'write a type that has values';
  return { kind: 'refused', reason: 'unsupported', what: "'null' alone", hint, lone: 'null', ...about };
}

function isLiteralKind({ kind }: TypeTree): boolean {
  return kind === 'enum' || kind === 'boolean';
}

function mergeRemarks(a: readonly Remark[] = [], b: readonly Remark[] = []): { remarks?: readonly Remark[] } {
  return a.length + b.length === 0 ? {} : { remarks: [...a, ...b] };
}

/** A member that is a union itself (by an alias or parentheses), in its parts. */
function flat(member: UnionMember): UnionMember[] {
  const { place, text } = member;
  if (member.kind === 'nullable') return [...flat(member.inner), { kind: 'null', place, text }];
  if (member.kind === 'undefinable')
    return [...flat(aloneOr(member.inner)), { kind: 'undefined', place, text }];
  // A union that is meant as one by its tags stays one.
  return member.kind === 'union' && member.tags === undefined ? member.variants.flatMap(flat) : [member];
}

function isSame(a: TypeTree, b: TypeTree): boolean {
  if (a.kind !== b.kind) return false;
  const isNamed = 'identity' in a && 'identity' in b;
  // One place of a generic type is as many types as its parameters make of it.
  return isNamed && a.identity !== b.identity ? false : typeKey(a) === typeKey(b);
}

/**
 * The types of one property in the parts of a union. Limits hold where all parts agree on them: a value of any part has
 * to fit.
 */
export function agreeing(types: readonly UnionMember[]): readonly UnionMember[] {
  const bare = types.map((type) => (isLone(type) ? type : withoutTags(type)));
  const keys = bare.map((type) => (isLone(type) ? type.kind : typeKey(type)));
  return types.map((type, at) => {
    const alike = types.filter((_, other) => keys[other] === keys[at]);
    const isAgreed = isLone(type) || alike.every((one) => isLone(one) || typeKey(one) === typeKey(type));
    return isAgreed ? type : (bare[at] ?? type);
  });
}

function withoutTags(type: TypeTree): TypeTree {
  const { tags: _, ...bare } = type;
  return bare;
}
