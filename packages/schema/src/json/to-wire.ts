import type { FieldSpec, MapType, PropertySpec, ValueType } from '@sigil/spec';
import { holdsNull } from '../type/holds-null.js';
import { shownInPlaceOf, valueNamed } from '../type/shown-value.js';
import { isRecord } from './is-record.js';
import { leftOut } from './left-out.js';
import { variantOf } from './variant-of.js';

/** What stands around a value on its way to the wire. */
interface Surroundings {
  readonly references: ReadonlyMap<string, ValueType>;
  /** What is written for an absent property that has null as a value of its own. */
  readonly absent: null | typeof leftOut;
}

/**
 * JSON in the form that people write, in the form that wire schemas describe: maps as lists of `key` and `value`,
 * tuples as objects, other names where there is an alias, enums as they are shown. What may be absent is there all the
 * same, as its default or as null. Properties are in the order of the declaration. What is in that form already, and
 * what does not fit, stays as it is.
 *
 * @param references the recursive types around
 */
export function toWire(
  type: ValueType,
  value: unknown,
  references: ReadonlyMap<string, ValueType> = new Map(),
): unknown {
  return wireForm(type, value, { references, absent: null });
}

/**
 * The outputs of a signature at once, as its generated schema reads them: where null is a value, what a reply left out
 * stays absent.
 */
export function fieldsToWire(
  fields: readonly (PropertySpec & Partial<Pick<FieldSpec, 'direction'>>)[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return objectToWire(fields, values, { references: new Map(), absent: leftOut });
}

function wireForm(type: ValueType, value: unknown, around: Surroundings): unknown {
  const inner = (one: ValueType, held: unknown): unknown => wireForm(one, held, around);
  switch (type.kind) {
    case 'enum':
      return shownInPlaceOf(type, value);
    case 'array':
    case 'set':
      return Array.isArray(value) ? value.map((item) => inner(type.items, item)) : value;
    case 'tuple': {
      const items = type.items.map(({ name, type: one }): PropertySpec => ({ name, type: one }));
      if (!Array.isArray(value)) return isRecord(value) ? objectToWire(items, value, around) : value;
      if (value.length > items.length) return value;
      return objectToWire(
        items,
        Object.fromEntries(value.map((one, at) => [items[at]?.name ?? '', one])),
        around,
      );
    }
    case 'map':
      return mapToWire(type, value, inner);
    case 'object':
      return isRecord(value) ? objectToWire(type.properties, value, around) : value;
    case 'union': {
      const variant = variantOf(type, value, around.references);
      return variant === undefined ? value : inner(variant, value);
    }
    case 'nullable':
      return value === null ? null : inner(type.inner, value);
    case 'json':
      return JSON.stringify(value);
    case 'recursive': {
      const references = new Map([...around.references, [type.name, type.type] as const]);
      return wireForm(type.type, value, { ...around, references });
    }
    case 'reference': {
      const target = around.references.get(type.name);
      return target === undefined ? value : inner(target, value);
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'template':
      return value;
  }
}

function objectToWire(
  properties: readonly PropertySpec[],
  value: Readonly<Record<string, unknown>>,
  around: Surroundings,
): Readonly<Record<string, unknown>> {
  const { byName, mayBeAbsent } = propertiesOf(properties);
  const given = new Map<PropertySpec, unknown>();
  const others: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const property = byName.get(name);
    if (property === undefined) {
      others.push([name, member]);
      continue;
    }
    // Null is JSON too: where any JSON may stand it is a value, written as text.
    const isNothing = member === null && property.type.kind !== 'json';
    given.set(property, isNothing ? null : wireForm(property.type, member, around));
  }
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    const shown = property.alias ?? property.name;
    if (given.has(property)) entries.push([shown, given.get(property)]);
    else if (mayBeAbsent.has(property)) entries.push([shown, inPlaceOfAbsent(property, around)]);
  }
  return Object.fromEntries([...entries, ...others]);
}

function inPlaceOfAbsent({ type, default: fallback }: PropertySpec, around: Surroundings): unknown {
  if (fallback !== undefined) return wireForm(type, fallback, around);
  return holdsNull(type, around.references) ? around.absent : null;
}

interface Properties {
  /** By alias and by name. */
  readonly byName: ReadonlyMap<string, PropertySpec>;
  /** Those that every wire value has all the same. */
  readonly mayBeAbsent: ReadonlySet<PropertySpec>;
}

const memory = new WeakMap<readonly PropertySpec[], Properties>();

/** Every reply of a signature asks for the same ones. */
function propertiesOf(properties: readonly PropertySpec[]): Properties {
  const known = memory.get(properties);
  if (known !== undefined) return known;
  const byName = new Map(
    properties.flatMap((one) => [
      ...(one.alias === undefined ? [] : [[one.alias, one] as const]),
      [one.name, one] as const,
    ]),
  );
  const mayBeAbsent = new Set(
    properties.filter(
      (one) =>
        (one.optional === true || one.default !== undefined) &&
        !('direction' in one && one.direction === 'in'),
    ),
  );
  const made = { byName, mayBeAbsent };
  memory.set(properties, made);
  return made;
}

function mapToWire(
  type: MapType,
  value: unknown,
  inner: (type: ValueType, held: unknown) => unknown,
): unknown {
  const key = (name: string): unknown => {
    if (type.key.kind === 'enum') return shownInPlaceOf(type.key, valueNamed(type.key, name) ?? name);
    return type.key.kind === 'number' && name.trim() !== '' && Number.isFinite(Number(name))
      ? Number(name)
      : name;
  };
  if (Array.isArray(value)) {
    return value.map((entry: unknown) =>
      isRecord(entry) && 'key' in entry ? { ...entry, value: inner(type.value, entry['value']) } : entry,
    );
  }
  if (!isRecord(value)) return value;
  return Object.entries(value).map(([name, member]) => ({
    key: key(name),
    value: inner(type.value, member),
  }));
}
