import type { MapType, PropertySpec, UnionType, ValueType } from '@sigil/spec';
import { namedVariant } from '../type/named-variant.js';
import { valueShownAs } from '../type/shown-value.js';
import { limitProblem } from './limit-problem.js';
import { isRecord as isObject } from './is-record.js';
import { keyProblems, typeProblems, type References } from './value-problems.js';

/**
 * The variant of a union that a value is, in any of its forms: that of the program, JSON as people write it, what is
 * sent. One rule for all of them, so that a value stays of its variant on its way from form to form: the variant that the
 * discriminator names; without one, the first that takes the value with all that is in it; where none does, the first
 * for values of its kind, so that a check has something to say.
 *
 * @param references the recursive types around
 */
export function variantOf(union: UnionType, value: unknown, references: References): ValueType | undefined {
  if (union.discriminator !== undefined) return namedVariant(union, value, references);
  const alike = union.variants.filter((variant) => isOfKind(variant, value, references));
  if (alike.length < 2) return alike[0];
  return (
    alike.find((variant) => takes(variant, value, references)) ??
    alike.find((variant) => hasItsKeys(variant, value, references)) ??
    alike[0]
  );
}

/** Whether a value is of the kind that the values of a type are, in one of their forms. */
function isOfKind(type: ValueType, value: unknown, known: References): boolean {
  switch (type.kind) {
    case 'string':
    case 'template':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === type.kind;
    case 'bigint':
      return typeof value === 'string' || typeof value === 'bigint';
    case 'date':
      return typeof value === 'string' || value instanceof Date;
    case 'enum':
      return valueShownAs(type, value) !== undefined;
    case 'array':
      return Array.isArray(value);
    case 'set':
      return Array.isArray(value) || value instanceof Set;
    case 'tuple':
      return Array.isArray(value) || isRecord(value);
    case 'map':
      return Array.isArray(value) || isRecord(value) || value instanceof Map;
    case 'object':
      return isRecord(value);
    case 'union':
      return type.variants.some((variant) => isOfKind(variant, value, known));
    case 'nullable':
      return value === null || isOfKind(type.inner, value, known);
    case 'json':
      return true;
    case 'recursive':
      return isOfKind(type.type, value, within(type, known));
    case 'reference': {
      const target = known.get(type.name);
      return target !== undefined && isOfKind(target, value, known);
    }
  }
}

/** Whether a type takes a value with all that is in it, as the program has it or as people write it in JSON. */
function takes(type: ValueType, value: unknown, known: References): boolean {
  const inner = (one: ValueType, held: unknown): boolean => takes(one, held, known);
  switch (type.kind) {
    case 'date':
      if (!(value instanceof Date)) break;
      return !Number.isNaN(value.getTime()) && (type.precision === 'time' || isMidnight(value));
    case 'bigint':
      if (typeof value === 'bigint') return true;
      break;
    case 'array':
    case 'set': {
      const list: unknown = type.kind === 'set' && value instanceof Set ? [...value] : value;
      if (!Array.isArray(list) || !list.every((item) => inner(type.items, item))) return false;
      return limitProblem(type.constraints ?? {}, list) === undefined;
    }
    case 'tuple': {
      const least = type.items.filter((item) => item.optional !== true).length;
      if (!Array.isArray(value) || value.length < least) return false;
      return value.every((item, at) => {
        const one = type.items[at]?.type ?? type.rest;
        return one !== undefined && inner(one, item);
      });
    }
    case 'map':
      return takesEntries(type, value, inner);
    case 'object':
      return (
        isRecord(value) &&
        Object.keys(value).every((name) => type.properties.some((one) => one.name === name)) &&
        type.properties.every((one) =>
          takesMember(one, Object.hasOwn(value, one.name) ? value[one.name] : undefined, inner),
        )
      );
    case 'union': {
      const named = namedVariant(type, value, known);
      return named === undefined
        ? type.discriminator === undefined && type.variants.some((variant) => inner(variant, value))
        : inner(named, value);
    }
    case 'nullable':
      return value === null || inner(type.inner, value);
    case 'recursive':
      return takes(type.type, value, within(type, known));
    case 'reference': {
      const target = known.get(type.name);
      return target !== undefined && inner(target, value);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'template':
    case 'json':
      break;
  }
  return typeProblems(type, value, '', known).length === 0;
}

type Takes = (type: ValueType, value: unknown) => boolean;

function takesEntries(type: MapType, value: unknown, inner: Takes): boolean {
  const isMap = type.form === 'map' && value instanceof Map;
  if (!isMap && !isRecord(value)) return false;
  const entries: readonly (readonly [unknown, unknown])[] = isMap ? [...value] : Object.entries(value);
  return (
    entries.every(
      ([key, held]) => keyProblems(type.key, String(key), '').length === 0 && inner(type.value, held),
    ) && limitProblem(type.constraints ?? {}, Object.fromEntries(entries)) === undefined
  );
}

function takesMember(
  { type, optional, default: fallback }: PropertySpec,
  value: unknown,
  inner: Takes,
): boolean {
  const mayBeAbsent = optional === true || fallback !== undefined;
  if (value === undefined || (value === null && optional === true)) return mayBeAbsent;
  return inner(type, value);
}

function hasItsKeys(type: ValueType, value: unknown, known: References): boolean {
  if (type.kind === 'recursive') return hasItsKeys(type.type, value, within(type, known));
  const target = type.kind === 'reference' ? known.get(type.name) : type;
  if (target?.kind !== 'object' || !isRecord(value)) return false;
  const has = ({ name, alias = name }: PropertySpec): boolean =>
    Object.hasOwn(value, name) || Object.hasOwn(value, alias);
  return (
    target.properties.every((one) => one.optional === true || one.default !== undefined || has(one)) &&
    Object.keys(value).every((name) =>
      target.properties.some((one) => one.name === name || one.alias === name),
    )
  );
}

function isMidnight(date: Date): boolean {
  return date.getTime() % 86_400_000 === 0;
}

function within(
  { name, type }: { readonly name: string; readonly type: ValueType },
  known: References,
): References {
  return new Map([...known, [name, type]]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !(value instanceof Date || value instanceof Map || value instanceof Set);
}
