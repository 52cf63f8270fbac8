import type { EnumMember } from '@sigil/spec';
import { ts } from '../ts-morph.js';
import { parseDocComment } from '../../declaration/doc-comment.js';
import type {
  CalledValue,
  DeclaredValue,
  EnumTree,
  MarkedValue,
  RefusedTree,
  Remark,
  TypeTree,
  Written,
} from '../../declaration/type-tree.js';
import { typeKey } from '../../declaration/type-key.js';
import { memberComment } from './member-comment.js';
import { aliasOf, saidOfMember } from './said-of-member.js';
import { withoutClashes } from './shown-once.js';
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

/** The literals and booleans of a union as one enum, in their order; `boolean` where there is nothing else. */
function mergeLiterals(
  parts: readonly UnionMember[],
  about: Pick<Written, 'place' | 'text'>,
): readonly TypeTree[] {
  const enums = parts.filter((part) => part.kind === 'enum');
  const chosen = new Map<string | number | boolean, EnumMember>();
  for (const part of parts) {
    const values = part.kind === 'boolean' ? [true, false] : part.kind === 'enum' ? part.values : [];
    for (const [at, value] of values.entries()) {
      const member = part.kind === 'enum' ? part.members?.[at] : undefined;
      if (!chosen.has(value)) chosen.set(value, member ?? {});
    }
  }
  if (chosen.size === 0) return [];
  const members = withoutClashes([...chosen.keys()], [...chosen.values()]);
  const remarks = enums.flatMap((tree) => tree.remarks ?? []);
  const memberTags = enums.flatMap((tree) => tree.memberTags ?? []);
  const called = calledIn(enums);
  const declared = declaredIn(enums);
  const marked = markedIn(parts);
  const [one] = marked;
  const isAlike = marked.every(({ marks }) => JSON.stringify(marks) === JSON.stringify(one?.marks));
  const tree: EnumTree = {
    kind: 'enum',
    values: [...chosen.keys()],
    ...(members.every((member) => Object.keys(member).length === 0) ? {} : { members }),
    place: about.place,
    text: [...chosen.keys()].map((value) => JSON.stringify(value)).join(' | '),
    ...(memberTags.length === 0 ? {} : { memberTags }),
    ...(called.length === 0 ? {} : { called }),
    ...(declared.length === 0 ? {} : { declared }),
    ...(one === undefined || !isAlike || one.marks.length === 0 ? {} : { marks: one.marks }),
    ...(isAlike ? {} : { marked }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
  return [asBoolean(tree, about)];
}

/** What the values of choices are called, each name once: a choice may be there in parts. */
function calledIn(enums: readonly EnumTree[]): readonly CalledValue[] {
  const found = new Map<string, CalledValue>();
  for (const one of enums.flatMap(({ called = [] }) => called))
    found.set(JSON.stringify([one.value, one.name, one.alias?.value]), one);
  return [...found.values()];
}

/** The brands of literals, once for each literal. */
function markedIn(parts: readonly UnionMember[]): readonly MarkedValue[] {
  const found = new Map<string, MarkedValue>();
  for (const part of parts) {
    if (part.kind !== 'enum' && part.kind !== 'boolean') continue;
    const values = part.kind === 'enum' ? part.values : [true, false];
    const own =
      (part.kind === 'enum' ? part.marked : undefined) ??
      values.map((value): MarkedValue => ({ value, marks: part.marks ?? [] }));
    for (const one of own) found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
}

/** The members of enums among literals. One that stands beside the same literal of no enum is said to be both. */
function declaredIn(enums: readonly EnumTree[]): readonly DeclaredValue[] {
  const found = new Map<string, DeclaredValue>();
  for (const { values, declared = [] } of enums) {
    for (const value of values) {
      const own = declared.filter((one) => one.value === value);
      for (const one of own.length === 0 ? [{ value, in: '' }] : own) {
        found.set(`${typeof value} ${value} ${one.in}`, one);
      }
    }
  }
  const all = [...found.values()];
  const isDeclared = (value: DeclaredValue['value']): boolean =>
    all.some((one) => one.value === value && one.in !== '');
  return all.filter(({ value }) => isDeclared(value));
}

/** `true | false` is `boolean`. */
function asBoolean(tree: EnumTree, { place, text }: Pick<Written, 'place' | 'text'>): TypeTree {
  const [one, other, third] = tree.values;
  const isBoolean = typeof one === 'boolean' && typeof other === 'boolean' && third === undefined;
  if (!isBoolean || tree.members !== undefined) return tree;
  const marks = tree.marked === undefined ? tree.marks : 'unclear';
  return { kind: 'boolean', place, text, ...(marks === undefined ? {} : { marks }) };
}

/** `string | 'a'` is `string`; `'a' | (string & {})` is `string` with a suggestion. */
function absorb(alternatives: readonly TypeTree[], remarks: Remark[]): readonly TypeTree[] {
  let kept = alternatives;
  for (const kind of ['string', 'number'] as const) {
    const wide = kept.find((one) => one.kind === kind);
    const literals = kept.find((one) => one.kind === 'enum');
    if (wide === undefined || literals?.kind !== 'enum') continue;
    const absorbed = literals.values.filter((value) => typeof value === kind);
    if (absorbed.length === 0) continue;
    const left = literals.values.flatMap((value, at) => (typeof value === kind ? [] : [at]));
    const rest: EnumTree = {
      ...literals,
      values: left.flatMap((at) => literals.values[at] ?? []),
      ...(literals.members === undefined
        ? {}
        : { members: left.flatMap((at) => literals.members?.[at] ?? []) }),
    };
    const isOpen = wide.kind === 'string' && wide.suggestions !== undefined;
    if (!isOpen) {
      remarks.push({
        kind: 'absorbed',
        place: literals.place,
        message: `'${kind}' takes in ${absorbed.map((value) => JSON.stringify(value)).join(', ')}: any ${kind === 'string' ? 'text' : 'number'} is allowed`,
        hint:
          kind === 'string'
            ? "write 'a' | (string & {}) to suggest values, or literals only to close the list"
            : 'write literals only to close the list',
      });
    }
    const wider: TypeTree = isOpen ? { ...wide, suggestions: absorbed.map(String) } : wide;
    kept = kept.flatMap((one): TypeTree[] => {
      if (one === wide) return [wider];
      return one === literals ? (rest.values.length === 0 ? [] : [asBoolean(rest, rest)]) : [one];
    });
  }
  return kept;
}
