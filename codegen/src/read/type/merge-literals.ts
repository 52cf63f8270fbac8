import type { EnumMember } from '@sigil/spec';
import type {
  CalledValue,
  DeclaredValue,
  EnumTree,
  MarkedValue,
  Remark,
  TypeTree,
  Written,
} from '../../declaration/type-tree.js';
import { withoutClashes } from './shown-once.js';
import type { UnionMember } from './type-context.js';

/** The literals and booleans of a union as one enum, in their order; `boolean` where there is nothing else. */
export function mergeLiterals(
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

/**
 * `string | 'a'` is `string`; `'a' | (string & {})` is `string` with a suggestion.
 *
 * @param remarks gets one about literals that say nothing
 */
export function absorb(alternatives: readonly TypeTree[], remarks: Remark[]): readonly TypeTree[] {
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
