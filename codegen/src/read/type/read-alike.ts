import type { EnumTree, ObjectTree, TypeTree } from '../../declaration/type-tree.js';
import { shownOf } from './shown-once.js';

/** The recursive types around, by identity. */
export type Known = ReadonlyMap<string, TypeTree>;

/** What a type is behind links and names. */
export function bodyOf(type: TypeTree, known: Known): TypeTree {
  if (type.kind === 'reference') {
    const target = known.get(type.identity);
    return target === undefined ? type : bodyOf(target, known);
  }
  return type.kind === 'recursive' ? bodyOf(type.type, known) : type;
}

/**
 * Whether one JSON value can fit both types and mean another value in each: a text that is a date in one of them, a
 * list that is a set. Which of them was meant, nobody could say then.
 */
export function readsTwoWays(
  a: TypeTree,
  b: TypeTree,
  known: Known,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return partsOf(a, known).some((one) => partsOf(b, known).some((other) => differ(one, other, known, seen)));
}

function partsOf(type: TypeTree, known: Known): readonly TypeTree[] {
  const body = bodyOf(type, known);
  if (body.kind === 'nullable' || body.kind === 'undefinable') return partsOf(body.inner, known);
  return body.kind === 'union' ? body.variants.flatMap((variant) => partsOf(variant, known)) : [body];
}

function differ(a: TypeTree, b: TypeTree, known: Known, seen: ReadonlySet<string>): boolean {
  const inner = (one: TypeTree, other: TypeTree): boolean => readsTwoWays(one, other, known, seen);
  if (a.kind === 'object' && b.kind === 'object') return objectsDiffer(a, b, known, seen);
  if (a.kind === 'map' && b.kind === 'map') return a.form !== b.form || inner(a.value, b.value);
  const isList = (type: TypeTree): boolean => ['array', 'set', 'tuple'].includes(type.kind);
  if (isList(a) && isList(b)) {
    if ((a.kind === 'set') !== (b.kind === 'set')) return true;
    return (
      'items' in a && 'items' in b && a.kind !== 'tuple' && b.kind !== 'tuple' && inner(a.items, b.items)
    );
  }
  if (a.kind === 'map' || b.kind === 'map') {
    const [map, other] = a.kind === 'map' ? [a, b] : [b, a];
    if (map.kind !== 'map' || other.kind !== 'object') return false;
    return map.form === 'map' || other.properties.some((property) => inner(map.value, property.type));
  }
  if (a.kind === 'enum' && b.kind === 'enum') return choicesDiffer(a, b);
  if (a.kind === 'enum') return isText(b) && renames(a);
  if (b.kind === 'enum') return isText(a) && renames(b);
  const isRead = (type: TypeTree): boolean => type.kind === 'date' || type.kind === 'bigint';
  return a.kind !== b.kind && ((isRead(a) && isText(b)) || (isRead(b) && isText(a)));
}

function isText({ kind }: TypeTree): boolean {
  return kind === 'string' || kind === 'template' || kind === 'json';
}

/** Texts that a choice may be written as, each with its value. */
export function textsOf({
  values,
  members = [],
}: EnumTree): readonly (readonly [string, string | number | boolean])[] {
  return values.flatMap((value, at) =>
    [shownOf(value, members[at]), ...(members[at]?.accepted ?? [])].flatMap((text) =>
      typeof text === 'string' ? [[text, value] as const] : [],
    ),
  );
}

function renames(type: EnumTree): boolean {
  return textsOf(type).some(([text, value]) => text !== value);
}

function choicesDiffer(a: EnumTree, b: EnumTree): boolean {
  return textsOf(a).some(([text, value]) =>
    textsOf(b).some(([other, another]) => text === other && value !== another),
  );
}

/** Objects are closed: a property that one has to have and the other has not tells them apart. */
function objectsDiffer(a: ObjectTree, b: ObjectTree, known: Known, seen: ReadonlySet<string>): boolean {
  const key = `${a.identity} ${b.identity}`;
  if (a.identity === b.identity || seen.has(key)) return false;
  const deeper = new Set([...seen, key]);
  const pairs = a.properties.flatMap((one) => {
    const other = b.properties.find(({ name }) => name === one.name);
    return other === undefined ? [] : [{ one, other }];
  });
  const isOwn = (type: ObjectTree): boolean =>
    type.properties.some(
      ({ name, optional, type: held }) =>
        !optional && held.kind !== 'undefinable' && !pairs.some(({ one }) => one.name === name),
    );
  if (isOwn(a) || isOwn(b)) return false;
  const isApart = pairs.some(
    ({ one, other }) => !one.optional && !other.optional && !mayMeet(one.type, other.type, known),
  );
  return !isApart && pairs.some(({ one, other }) => readsTwoWays(one.type, other.type, known, deeper));
}

/** Whether some JSON value may fit both types: false only where they are of other kinds, or other choices. */
function mayMeet(a: TypeTree, b: TypeTree, known: Known): boolean {
  const [ones, others] = [partsOf(a, known), partsOf(b, known)];
  const canBeNull = (type: TypeTree): boolean => /^(?:nullable|undefinable)$/u.test(bodyOf(type, known).kind);
  if (canBeNull(a) && canBeNull(b)) return true;
  return ones.some((one) =>
    others.some((other) => {
      if (one.kind === 'enum' && other.kind === 'enum') {
        const texts = new Set<unknown>([...one.values, ...textsOf(one).map(([text]) => text)]);
        return [...other.values, ...textsOf(other).map(([text]) => text)].some((text) => texts.has(text));
      }
      return kindsOf(one).some((kind) => kindsOf(other).includes(kind));
    }),
  );
}

function kindsOf(type: TypeTree): readonly string[] {
  switch (type.kind) {
    case 'number':
    case 'boolean':
      return [type.kind];
    case 'enum':
      return [
        ...new Set([
          ...type.values.map((value) => (typeof value === 'string' ? 'text' : typeof value)),
          ...(textsOf(type).length === 0 ? [] : ['text']),
        ]),
      ];
    case 'array':
    case 'set':
      return ['list'];
    case 'map':
    case 'tuple':
      return ['list', 'object'];
    case 'object':
      return ['object'];
    case 'string':
    case 'bigint':
    case 'date':
    case 'template':
      return ['text'];
    default:
      return ['number', 'boolean', 'list', 'object', 'text'];
  }
}
