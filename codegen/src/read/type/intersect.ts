import type { DocTag } from '../../declaration/doc-comment.js';
import { unfold } from '../../declaration/inner-types.js';
import { typeKey } from '../../declaration/type-key.js';
import type { ObjectTree, PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { eachChoice } from './each-choice.js';
import { fits } from './fits/fits.js';
import { bothMarks } from './marks.js';
import { isLone, isPrimitive, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

type About = Pick<TypeTree, 'place' | 'text'>;

/** Why two types have no type in common that Sigil knows. */
export interface Unmet {
  readonly kind: 'unmet';
  /** The end of a sentence: `of 'string' and 'number', which have no value in common`. */
  readonly why: string;
  /** Set where no value is of both types. */
  readonly isEmpty: boolean;
}

/** What two types have in common: objects are merged, choices are what both have. */
export function intersect(a: UnionMember, b: UnionMember, about: About): UnionMember | Unmet {
  for (const type of [a, b]) {
    if (type.kind === 'refused') return type;
  }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.kind === 'json') return withJson(one, other, about);
    if (one.kind === 'union' || one.kind === 'nullable' || one.kind === 'undefinable') {
      return eachAlternative(alternativesOf(one), other, about);
    }
  }
  if (isLone(a) || isLone(b)) return a.kind === b.kind ? a : none(a, b);
  const key = (type: TypeTree): string => typeKey(bare(type));
  if (key(a) === key(b)) return withTagsOf(a.kind === 'array' && a.readonly ? b : a, a, b);
  if (isPrimitive(a) && isPrimitive(b)) return bothPrimitives(a, b, about);
  if (isPrimitive(a) || isPrimitive(b)) return none(a, b, a.kind !== 'object' && b.kind !== 'object');
  const [one, other] = [unfold(a), unfold(b)];
  if (one.kind === 'object' && other.kind === 'object') return merge(one, other, about);
  if (one.kind === 'map' && other.kind === 'map' && one.form === other.form) {
    if (typeKey(one.key) !== typeKey(other.key)) return unknown(a, b);
    const value = intersect(one.value, other.value, about);
    if (value.kind === 'unmet') return { ...value, isEmpty: false };
    return isLone(value) ? none(a, b) : { ...one, readonly: one.readonly && other.readonly, value };
  }
  if ([one, other].every(({ kind }) => kind === 'object' || kind === 'map')) {
    return { kind: 'unmet', why: 'of an index signature and other members', isEmpty: false };
  }
  return unknown(a, b);
}

/** The parts of a union, of which a choice is one. */
export function alternativesOf(type: UnionMember): readonly UnionMember[] {
  const { place, text } = type;
  if (type.kind === 'union') return type.variants;
  if (type.kind === 'nullable') return [...alternativesOf(type.inner), { kind: 'null', place, text }];
  return type.kind === 'undefinable'
    ? [...alternativesOf(type.inner), { kind: 'undefined', place, text }]
    : [type];
}

function none(a: UnionMember, b: UnionMember, isEmpty = true): Unmet {
  return isEmpty
    ? { kind: 'unmet', why: `of '${a.text}' and '${b.text}', which have no value in common`, isEmpty }
    : unknown(a, b);
}

function unknown(a: UnionMember, b: UnionMember): Unmet {
  const why = `of '${a.text}' and '${b.text}', which are not merged`;
  return { kind: 'unmet', why, isEmpty: false };
}

function eachAlternative(
  parts: readonly UnionMember[],
  other: UnionMember,
  about: About,
): UnionMember | Unmet {
  const met = parts.map((part) => intersect(part, other, about));
  const unclear = met.find((one) => one.kind === 'unmet' && !one.isEmpty);
  if (unclear !== undefined) return unclear;
  const kept = met.filter((one) => one.kind !== 'unmet');
  return kept.length === 0 ? (met[0] ?? { kind: 'never', ...about }) : combine(kept, about);
}

/** `unknown` is anything, `{}` anything but null and undefined, `object` any of those that is no primitive. */
function withJson(
  json: Extract<TypeTree, { kind: 'json' }>,
  other: UnionMember,
  about: About,
): UnionMember | Unmet {
  if (json.form === 'unknown') return other;
  if (other.kind === 'json')
    return other.form === 'unknown' ? json : { ...json, absent: absentIn(json, other) };
  if (json.form === 'alias') return unknown(json, other);
  const parts = alternativesOf(other);
  if (parts.length > 1) return eachAlternative(parts, json, about);
  if (isLone(other) || (json.form === 'object' && isPrimitive(other))) return none(json, other);
  if (json.absent === undefined) return other;
  const type = unfold(other);
  if (type.kind !== 'object') return unknown(json, other);
  const { place, text } = json;
  return merge(
    type,
    { kind: 'object', identity: '{}', properties: [], absent: json.absent, place, text },
    about,
  );
}

function absentIn(...types: readonly { readonly absent?: readonly string[] }[]): readonly string[] {
  return [...new Set(types.flatMap(({ absent = [] }) => absent))];
}

/** A type without what may differ between two that have the same values. */
function bare(type: TypeTree): TypeTree {
  const { tags: _, description: __, ...rest } = type;
  return 'readonly' in rest ? { ...rest, readonly: false } : rest;
}

function withTagsOf(type: TypeTree, a: TypeTree, b: TypeTree): TypeTree {
  const tags: readonly DocTag[] = [...new Set([...(a.tags ?? []), ...(b.tags ?? [])])];
  return tags.length === 0 ? type : { ...type, tags };
}

function bothPrimitives(a: TypeTree, b: TypeTree, about: About): UnionMember | Unmet {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.kind === 'enum') {
      const answers = eachChoice(one).map((choice) => ({ choice, answer: fits(choice, other) }));
      if (answers.some(({ answer }) => answer === undefined)) return unknown(a, b);
      const kept = answers.filter(({ answer }) => answer === true).map(({ choice }) => choice);
      if (kept.length > 0) return combine(kept, about);
      if (other.kind !== 'enum') return none(a, b);
      continue;
    }
    if (fits(one, other) === true) return withTagsOf(one, a, b);
  }
  const isBoth = (kind: TypeTree['kind']): boolean => a.kind === kind && b.kind === kind;
  if ((isBoth('string') || isBoth('number')) && a.marks !== undefined && b.marks !== undefined) {
    return { ...a, ...b, marks: bothMarks(a.marks, b.marks) };
  }
  const isText = ({ kind }: TypeTree): boolean => kind === 'string' || kind === 'template';
  return none(a, b, !(isText(a) && isText(b)) && !isBoth('number'));
}

function merge(a: ObjectTree, b: ObjectTree, about: About): UnionMember | Unmet {
  const properties = new Map<string, PropertyTree>(a.properties.map((property) => [property.name, property]));
  for (const property of b.properties) {
    const other = properties.get(property.name);
    const both = other === undefined ? property : mergeProperties(other, property, about);
    if ('kind' in both) return both;
    properties.set(property.name, both);
  }
  const absent = absentIn(a, b);
  for (const name of absent) {
    const property = properties.get(name);
    if (property === undefined) continue;
    if (!canBeAbsent(property)) {
      return { kind: 'unmet', why: `in which '${name}' has to be there and must not`, isEmpty: true };
    }
    properties.delete(name);
  }
  return {
    kind: 'object',
    identity: `${a.identity}&${b.identity}`,
    properties: [...properties.values()],
    ...(absent.length === 0 ? {} : { absent }),
    ...(a.nominal === true || b.nominal === true ? { nominal: true } : {}),
    ...about,
  };
}

function canBeAbsent({ optional, type }: PropertyTree): boolean {
  return optional || type.kind === 'undefinable';
}

function mergeProperties(a: PropertyTree, b: PropertyTree, about: About): PropertyTree | Unmet {
  const [one, other] = [a, b].map(({ type }) => (type.kind === 'undefinable' ? type.inner : type));
  if (one === undefined || other === undefined) return a;
  const isOpen = canBeAbsent(a) && canBeAbsent(b);
  const met = intersect(one, other, { place: one.place, text: one.text });
  if (met.kind === 'unmet' && !met.isEmpty) return met;
  if (met.kind === 'unmet' || isLone(met)) {
    const why = `in which no value fits both types of '${a.name}': '${a.type.text}' and '${b.type.text}'`;
    return { kind: 'unmet', why, isEmpty: true };
  }
  const optional = a.optional && b.optional;
  const doc = b.doc ?? a.doc;
  return {
    ...a,
    type: isOpen && !optional ? { kind: 'undefinable', inner: met, place: about.place, text: met.text } : met,
    optional,
    ...(doc === undefined ? {} : { doc }),
  };
}
