import type { Constraints, PropertySpec, ValueType } from '@sigil/spec';
import { holdsNull } from '../type/holds-null.js';
import { namedVariant } from '../type/named-variant.js';
import { shownValues, valueNamed, valueShownAs } from '../type/shown-value.js';
import { templatePattern, templateWords } from '../type/template-pattern.js';
import { hasFormat, isInstant } from '../type/text-format.js';
import { isRecord } from './is-record.js';
import { limitProblem } from './limit-problem.js';

/**
 * Why JSON, in the form that people write, does not fit a property: one sentence for each reason, none when it fits.
 * Says what the generated zod schema says, without it.
 *
 * @param path of the value, for the sentences: `items[2].sku`
 * @example
 * ```ts
 * import { valueProblems } from '@sigil/schema';
 *
 * valueProblems({ name: 'team', type: { kind: 'enum', values: ['a', 'b'] } }, 'c', 'team');
 * // -> ["team is \"c\", wanted one of: a, b"]
 * ```
 */
export function valueProblems(property: PropertySpec, value: unknown, path: string): readonly string[] {
  return typeProblems(property.type, value, path, new Map()).map(sentence);
}

/** One reason why JSON does not fit a type. */
export interface ValueFault {
  /** Of the value inside the whole one: `items[2].sku`. */
  readonly path: string;
  /** What stands there; undefined where it is missing. */
  readonly found: unknown;
  /** The type that it does not fit; absent where nothing may stand there. */
  readonly type?: ValueType;
  /** What was wanted, in words. */
  readonly wanted: string;
  /** What was found, in words, where showing the value would not tell. */
  readonly said?: string;
}

/** As {@link valueProblems}, for those who word them: paths begin in the value, empty for the value itself. */
export function valueFaults(type: ValueType, value: unknown): readonly ValueFault[] {
  return typeProblems(type, value, '', new Map());
}

function sentence({ path, found, wanted, said }: ValueFault): string {
  const is = `${path} ${said ?? `is ${brief(found)}`}`;
  return wanted === '' ? is : `${is}, wanted ${wanted}`;
}

/** The recursive types around, by name. */
export type References = ReadonlyMap<string, ValueType>;

/** As {@link valueProblems}, of a type. */
export function typeProblems(
  type: ValueType,
  value: unknown,
  path: string,
  known: References,
): readonly ValueFault[] {
  const wrong = (wanted: string): readonly ValueFault[] => [{ path, found: value, type, wanted }];
  const limited = (limits: Constraints | undefined): readonly ValueFault[] => {
    const wanted = limits === undefined ? undefined : limitProblem(limits, value);
    return wanted === undefined ? [] : wrong(wanted);
  };
  const each = (items: ValueType, list: readonly unknown[]): readonly ValueFault[] =>
    list.flatMap((item, index) => typeProblems(items, item, `${path}[${index}]`, known));
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? limited(type.constraints) : wrong('text');
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number');
      if (type.integer === true && !Number.isSafeInteger(value)) return wrong('a whole number');
      return limited(type.constraints);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'bigint':
      return typeof value === 'string' && /^-?\d+$/u.test(value) ? [] : wrong('digits as text');
    case 'date':
      return isDate(value, type.precision) ? [] : wrong(dateWords(value, type.precision));
    case 'enum':
      return valueShownAs(type, value) === undefined ? wrong(`one of: ${shownValues(type).join(', ')}`) : [];
    case 'template':
      return typeof value === 'string' && new RegExp(templatePattern(type), 'u').test(value)
        ? []
        : wrong(templateWords(type));
    case 'nullable':
      return value === null ? [] : typeProblems(type.inner, value, path, known);
    case 'array':
    case 'set': {
      if (!Array.isArray(value)) return wrong('a list');
      const unique = type.kind === 'set' ? { uniqueItems: true as const } : {};
      return [...each(type.items, value), ...limited({ ...type.constraints, ...unique })];
    }
    case 'tuple': {
      const least = type.items.filter((item) => item.optional !== true).length;
      const most = type.rest === undefined ? type.items.length : Infinity;
      if (!Array.isArray(value) || value.length < least || value.length > most) {
        return wrong(`a list of ${least === most ? least : `${least} or more`} items`);
      }
      return value.flatMap((item, index) => {
        const inner = type.items[index]?.type ?? type.rest;
        return inner === undefined ? [] : typeProblems(inner, item, `${path}[${index}]`, known);
      });
    }
    case 'map': {
      if (!isRecord(value)) return wrong('an object');
      const entries = Object.entries(value);
      return [
        ...entries.flatMap(([name]) => keyProblems(type.key, name, path)),
        ...entries.flatMap(([name, member]) => typeProblems(type.value, member, `${path}.${name}`, known)),
        ...limited(type.constraints),
      ];
    }
    case 'object':
      return isRecord(value) ? objectProblems(type.properties, value, path, known) : wrong('an object');
    case 'union': {
      const named = namedVariant(type, value, known);
      if (named !== undefined) return typeProblems(named, value, path, known);
      const all = type.variants.map((variant) => typeProblems(variant, value, path, known));
      if (all.some((found) => found.length === 0)) return [];
      // The variant with the fewest problems is most likely the one that was meant.
      return all.toSorted((a, b) => a.length - b.length)[0] ?? wrong('one of its variants');
    }
    case 'json':
      return [];
    case 'recursive':
      return typeProblems(type.type, value, path, new Map([...known, [type.name, type.type]]));
    case 'reference': {
      const target = known.get(type.name);
      return target === undefined ? [] : typeProblems(target, value, path, known);
    }
  }
}

/** As {@link valueProblems}, of the name that a key of a map has in an object. */
export function keyProblems(type: ValueType, name: string, path: string): readonly ValueFault[] {
  if (name === '__proto__' || name === 'constructor')
    return [{ path, found: name, wanted: 'another', said: `has the key ${name}` }];
  const isNumber = type.kind === 'number';
  const named = type.kind === 'enum' ? valueNamed(type, name) : undefined;
  const key = named ?? (isNumber && name.trim() !== '' ? Number(name) : name);
  return typeProblems(type, key, `a key of ${path}`, new Map());
}

function objectProblems(
  properties: readonly PropertySpec[],
  value: Readonly<Record<string, unknown>>,
  path: string,
  known: References,
): readonly ValueFault[] {
  const names = new Set(properties.map((property) => property.name));
  const unknown = Object.keys(value).filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => ({
      path: `${path}.${name}`,
      found: value[name],
      wanted: `only: ${[...names].join(', ')}`,
      said: 'is not a property',
    })),
    ...properties.flatMap((property) => {
      const at = `${path}.${property.name}`;
      const member = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
      const isAbsent =
        member === undefined ||
        (member === null && property.optional === true && !holdsNull(property.type, known));
      if (!isAbsent) return typeProblems(property.type, member, at, known);
      return property.optional === true || property.default !== undefined
        ? []
        : [{ path: at, found: undefined, type: property.type, wanted: '', said: 'is missing' }];
    }),
  ];
}

function isDate(value: unknown, precision: 'time' | 'day'): boolean {
  if (typeof value !== 'string') return false;
  return precision === 'day' ? hasFormat('date', value) : isInstant(value);
}

function dateWords(value: unknown, precision: 'time' | 'day'): string {
  if (precision === 'time' && typeof value === 'string' && hasFormat('date-time', value))
    return 'a date and time in the years 0000 to 9999 in UTC';
  return precision === 'day' ? 'a date such as 2026-01-31' : 'a date and time such as 2026-01-31T12:00:00Z';
}

/** A short picture of a value. */
function brief(value: unknown): string {
  const text =
    JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? String(held) : held)) ??
    String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
