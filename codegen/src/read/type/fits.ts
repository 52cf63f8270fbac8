import type { JsonTree, TupleTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { typeKey } from '../../declaration/type-key.js';
import { aloneOr, isLone, type UnionMember } from './type-context.js';

/** The parts of a union, one for each literal. */
export function partsOf(type: UnionMember): readonly UnionMember[] {
  const { place, text } = type;
  switch (type.kind) {
    case 'union':
      return type.variants.flatMap(partsOf);
    case 'nullable':
      return [...partsOf(type.inner), { kind: 'null', place, text }];
    case 'undefinable':
      return [...partsOf(type.inner), { kind: 'undefined', place, text }];
    case 'never':
      return [];
    case 'boolean':
      return [true, false].map((value) => ({ kind: 'enum', values: [value], place, text }));
    case 'enum':
      if (type.values.length === 1) return [type];
      return type.values.map((value, at) => ({
        ...type,
        values: [value],
        ...(type.members === undefined ? {} : { members: type.members.slice(at, at + 1) }),
      }));
    default:
      return [type];
  }
}

/** Whether every value of one type is a value of another; undefined where their kinds do not tell. */
export function fits(type: UnionMember, other: UnionMember): boolean | undefined {
  if (type.kind === 'never') return true;
  if (other.kind === 'never') return false;
  const targets = partsOf(other);
  if (targets.length !== 1 || targets[0] !== other) {
    const answers = new Set(targets.map((target) => fits(type, target)));
    if (answers.has(true)) return true;
    return answers.has(undefined) ? undefined : false;
  }
  const parts = partsOf(type);
  if (parts.length !== 1 || parts[0] !== type) {
    return all(parts.map((part) => fits(part, other)));
  }
  return onePartFits(unfoldMember(type), unfoldMember(other));
}

function onePartFits(type: UnionMember, other: UnionMember): boolean | undefined {
  if (other.kind === 'json') return fitsJson(type, other.form);
  // {} extends { a?: string }
  if (type.kind === 'json' && type.form === '{}' && other.kind === 'object') {
    return other.properties.every(({ optional }) => optional);
  }
  if (type.kind === 'enum' && other.kind === 'enum') return type.values[0] === other.values[0];
  if (type.kind === 'enum') return typeof type.values[0] === other.kind;
  if (type.kind === 'template' && other.kind === 'string') return true;
  if (type.kind === 'array' && other.kind === 'array') return fits(type.items, other.items);
  if (type.kind === 'set' && other.kind === 'set') return fits(type.items, other.items);
  if (type.kind === 'tuple' && other.kind === 'tuple') return tupleFits(type, other);
  if (type.kind === 'tuple' && other.kind === 'array') {
    const items = [...type.items.map((item) => item.type), ...(type.rest === undefined ? [] : [type.rest])];
    return all(items.map((item) => fits(aloneOr(item), other.items)));
  }
  if (type.kind === 'object' && other.kind === 'object') {
    const answers = other.properties.map((wanted): boolean | undefined => {
      const found = type.properties.find((property) => property.name === wanted.name);
      if (found === undefined) return wanted.optional;
      return found.optional && !wanted.optional ? false : fits(found.type, wanted.type);
    });
    return all(answers);
  }
  if (type.kind !== other.kind) return isOpenKind(type) || isOpenKind(other) ? undefined : false;
  if (['string', 'number', 'bigint', 'date', 'null', 'undefined'].includes(type.kind)) return true;
  return !isLone(type) && !isLone(other) && typeKey(type) === typeKey(other) ? true : undefined;
}

const PRIMITIVES: ReadonlySet<UnionMember['kind']> = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'enum',
  'template',
]);

/** Whether a type fits `unknown`, `{}` or `object`. */
function fitsJson(type: UnionMember, form: JsonTree['form']): boolean | undefined {
  if (form === 'unknown') return true;
  if (type.kind === 'null' || type.kind === 'undefined') return false;
  if (type.kind === 'json')
    return type.form === form || (type.form === 'object' && form === '{}') || undefined;
  if (type.kind === 'reference' || type.kind === 'refused' || form === 'alias') return undefined;
  return form === '{}' || !PRIMITIVES.has(type.kind);
}

function tupleFits(type: TupleTree, other: TupleTree): boolean | undefined {
  const isPlain = [type, other].every(
    ({ items, rest }) => rest === undefined && !items.some((item) => item.optional),
  );
  if (!isPlain) return typeKey(type) === typeKey(other) ? true : undefined;
  if (type.items.length !== other.items.length) return false;
  return all(
    type.items.map((item, at) => {
      const wanted = other.items[at];
      return wanted === undefined ? false : fits(aloneOr(item.type), aloneOr(wanted.type));
    }),
  );
}

/** True where all are, false where one is, undefined where nobody knows. */
function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const given = new Set(answers);
  if (given.has(false)) return false;
  return given.has(undefined) ? undefined : true;
}

function isOpenKind({ kind }: UnionMember): boolean {
  return kind === 'reference' || kind === 'recursive' || kind === 'refused' || kind === 'json';
}

function unfoldMember(member: UnionMember): UnionMember {
  return isLone(member) ? member : unfold(member);
}
