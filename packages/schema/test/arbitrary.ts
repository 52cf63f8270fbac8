import type {
  EnumType,
  FieldSpec,
  JsonValue,
  MapType,
  ObjectType,
  PropertySpec,
  ValueType,
} from '@sigil/spec';
import fc from 'fast-check';
import { leaf, text, texts, type TypeWithValues } from './arbitrary-leaf.js';

export type { TypeWithValues } from './arbitrary-leaf.js';

const NAMES = ['a', 'b', 'name', 'kind', 'sku', 'é', 'with space', 'toString', 'valueOf', '', '1'] as const;

/** Types of every kind, up to three levels deep. Their unions are such that a reply tells the variants apart. */
export const typeWithValues: fc.Arbitrary<TypeWithValues> = level(3);

/** A list of fields with values for all of them, as a signature has them. */
export const fieldsWithValues: fc.Arbitrary<{
  readonly fields: readonly FieldSpec[];
  readonly values: fc.Arbitrary<Readonly<Record<string, unknown>>>;
}> = objectOf(level(2)).map(({ type, values }) => ({
  fields: (type as ObjectType).properties.map((property) => ({ ...property, direction: 'out' })),
  values: values as fc.Arbitrary<Record<string, unknown>>,
}));

function level(depth: number): fc.Arbitrary<TypeWithValues> {
  if (depth === 0) return leaf;
  const inner = level(depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: inner.chain(listOf) },
    { weight: 1, arbitrary: leaf.map(setOf) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map(tupleOf) },
    { weight: 2, arbitrary: inner.chain((value) => mapOf(value)) },
    { weight: 2, arbitrary: objectOf(inner) },
    { weight: 1, arbitrary: variantsOf(inner) },
    { weight: 1, arbitrary: plainUnionOf(inner) },
    { weight: 1, arbitrary: recursiveOf(inner) },
    { weight: 1, arbitrary: inner.filter(({ type }) => type.kind !== 'nullable').map(nullableOf) },
  );
}

function listOf({ type, values }: TypeWithValues): fc.Arbitrary<TypeWithValues> {
  return fc.constantFrom<TypeWithValues>(
    { type: { kind: 'array', items: type }, values: fc.array(values, { maxLength: 3 }) },
    {
      type: { kind: 'array', items: type, constraints: { minItems: 1, maxItems: 2 } },
      values: fc.array(values, { minLength: 1, maxLength: 2 }),
    },
  );
}

function setOf({ type, values }: TypeWithValues): TypeWithValues {
  const selector = (one: unknown): unknown =>
    one instanceof Date ? one.getTime() : typeof one === 'object' ? JSON.stringify(one) : one;
  return {
    type: { kind: 'set', items: type, constraints: { maxItems: 3 } },
    values: fc
      .uniqueArray(values, { maxLength: 3, selector, comparator: 'SameValueZero' })
      .map((list) => new Set(list)),
  };
}

function tupleOf(items: readonly TypeWithValues[]): TypeWithValues {
  return {
    type: { kind: 'tuple', items: items.map(({ type }, at) => ({ name: `item${at + 1}`, type })) },
    values: fc.tuple(...items.map(({ values }) => values)),
  };
}

function nullableOf({ type, values }: TypeWithValues): TypeWithValues {
  return { type: { kind: 'nullable', inner: type }, values: fc.option(values) };
}

/** Kinds of keys, with the names that a plain object has for them. */
const keys: fc.Arbitrary<{ type: MapType['key']; values: fc.Arbitrary<string | number> }> = fc.constantFrom<{
  type: MapType['key'];
  values: fc.Arbitrary<string | number>;
}>(
  { type: { kind: 'string' }, values: text },
  { type: { kind: 'string', constraints: { minLength: 1, maxLength: 2 } }, values: texts(1, 2) },
  {
    type: { kind: 'number' },
    values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  },
  { type: { kind: 'number', integer: true, constraints: { minimum: 0 } }, values: fc.nat() },
  { type: { kind: 'enum', values: ['x', 'y', '7'] }, values: fc.constantFrom('x', 'y', '7') },
  {
    type: { kind: 'enum', values: [0, 5], members: [{ shown: 'Low' }, { shown: 'High', accepted: ['Top'] }] },
    values: fc.constantFrom(0, 5),
  },
  {
    type: { kind: 'template', parts: ['k', { kind: 'number' }] },
    values: fc.nat().map((one) => `k${one}`),
  },
);

function mapOf({ type, values }: TypeWithValues): fc.Arbitrary<TypeWithValues> {
  return fc
    .tuple(keys, fc.constantFrom('record' as const, 'map' as const), fc.boolean())
    .map(([key, form, isLimited]) => {
      const entries = fc
        .uniqueArray(fc.tuple(key.values, values), {
          minLength: isLimited ? 1 : 0,
          maxLength: 3,
          selector: ([name]) => String(name),
        })
        .map((list) => list.filter(([name]) => name !== '__proto__' && name !== 'constructor'))
        .filter((list) => !isLimited || list.length > 0);
      return {
        type: {
          kind: 'map',
          form,
          key: key.type,
          value: type,
          ...(isLimited ? { constraints: { minItems: 1, maxItems: 3 } } : {}),
        },
        values: entries.map((list) => (form === 'map' ? new Map(list) : Object.fromEntries(list))),
      };
    });
}

interface Member {
  readonly property: PropertySpec;
  readonly values: fc.Arbitrary<unknown>;
  readonly mayBeLeftOut: boolean;
}

function objectOf(
  inner: fc.Arbitrary<TypeWithValues>,
  fixed: readonly Member[] = [],
  prefix = '',
): fc.Arbitrary<TypeWithValues> {
  const names = NAMES.map((name) => `${prefix}${name}`).filter(
    (name) => !fixed.some(({ property }) => property.name === name),
  );
  const member = fc
    .tuple(fc.constantFrom(...names), inner, fc.nat(3), fc.nat(2), fc.boolean())
    .map(([name, held, absence, alias, isDescribed]) => memberOf(name, held, absence, alias, isDescribed));
  return fc
    .uniqueArray(member, { minLength: 1, maxLength: 3, selector: ({ property }) => property.name })
    .map((members) => objectWith([...fixed, ...members]));
}

function memberOf(
  name: string,
  { type, values }: TypeWithValues,
  absence: number,
  alias: number,
  isDescribed: boolean,
): Member {
  const fallback = absence === 1 ? defaultOf(type) : undefined;
  return {
    property: {
      name,
      type,
      ...(absence === 0 ? { optional: true } : {}),
      ...(alias === 0 ? { alias: `${name}_shown` } : {}),
      ...(isDescribed ? { description: `What ${name} is.` } : {}),
      ...(fallback === undefined ? {} : { default: fallback }),
    },
    values,
    // null and absent are one thing on the wire, which is null.
    mayBeLeftOut: absence === 0 && type.kind !== 'nullable' && type.kind !== 'json',
  };
}

/** A default in JSON, for the kinds of which a class can have one. */
function defaultOf(type: ValueType): JsonValue | undefined {
  if (type.kind === 'boolean') return true;
  if (type.kind === 'enum') return type.values[0];
  if (type.kind === 'nullable') return null;
  return type.kind === 'array' && type.constraints === undefined ? [] : undefined;
}

function objectWith(members: readonly Member[]): TypeWithValues {
  const values = fc.record(
    Object.fromEntries(members.map(({ property, values: held }) => [property.name, held])),
    { requiredKeys: members.filter((one) => !one.mayBeLeftOut).map(({ property }) => property.name) },
  );
  return {
    type: { kind: 'object', properties: members.map(({ property }) => property) },
    values: values.map((value) => ({ ...value })),
  };
}

function variantsOf(inner: fc.Arbitrary<TypeWithValues>): fc.Arbitrary<TypeWithValues> {
  return fc.tuple(fc.boolean(), fc.boolean()).chain(([isAliased, isNumeric]) => {
    const kind = (at: number): Member => {
      const value = isNumeric ? at : `kind ${at}`;
      const type: EnumType = {
        kind: 'enum',
        values: [value],
        ...(isNumeric ? { members: [{ shown: `Kind${at}` }] } : {}),
      };
      return {
        property: { name: 'kind', type, ...(isAliased ? { alias: 'type' } : {}) },
        values: fc.constant(value),
        mayBeLeftOut: false,
      };
    };
    return fc.tuple(objectOf(inner, [kind(1)]), objectOf(inner, [kind(2)])).map(([one, two]) => ({
      type: { kind: 'union', discriminator: 'kind', variants: [one.type, two.type] },
      values: fc.oneof(one.values, two.values),
    }));
  });
}

/** Variants of other kinds of JSON, or objects that have no property in common. */
function plainUnionOf(inner: fc.Arbitrary<TypeWithValues>): fc.Arbitrary<TypeWithValues> {
  const tag = (name: string): Member => ({
    property: { name, type: { kind: 'string' } },
    values: text,
    mayBeLeftOut: false,
  });
  const objects = fc
    .tuple(objectOf(inner, [tag('left')], 'l'), objectOf(inner, [tag('right')], 'r'))
    .map((both) => [...both]);
  const scalars = fc.constantFrom<TypeWithValues[]>(
    [
      { type: { kind: 'string' }, values: text },
      { type: { kind: 'number' }, values: fc.integer() },
    ],
    [
      { type: { kind: 'bigint' }, values: fc.bigInt() },
      { type: { kind: 'boolean' }, values: fc.boolean() },
      {
        type: { kind: 'set', items: { kind: 'number' } },
        values: fc.constantFrom(new Set([1]), new Set([])),
      },
    ],
    [
      { type: { kind: 'date', precision: 'time' }, values: fc.constant(new Date(0)) },
      { type: { kind: 'enum', values: [1, true] }, values: fc.constantFrom(1, true) },
    ],
  );
  return fc.oneof(objects, scalars).map((variants) => ({
    type: { kind: 'union', variants: variants.map(({ type }) => type) },
    values: fc.oneof(...variants.map(({ values }) => values)),
  }));
}

const SELF: ValueType = { kind: 'reference', name: 'Self' };

/** Types that hold themselves in a list, in an optional property, in a map, in variants. */
function recursiveOf(inner: fc.Arbitrary<TypeWithValues>): fc.Arbitrary<TypeWithValues> {
  return fc.tuple(inner, fc.boolean()).map(([{ type, values }, isAliased]) => {
    const alias = isAliased ? { alias: 'below' } : {};
    const shapes = [
      { kind: 'array', items: SELF },
      { kind: 'map', form: 'map', key: { kind: 'string' }, value: SELF },
      { kind: 'nullable', inner: SELF },
    ] as const;
    const tree = (inside: ValueType): ValueType => ({
      kind: 'object',
      properties: [
        { name: 'held', type: renamedSelf(type) },
        { name: 'next', type: inside, ...alias },
      ],
    });
    const shape = shapes[JSON.stringify(type).length % shapes.length] ?? shapes[0];
    const { value } = fc.letrec<{ value: unknown; next: unknown }>((tie) => ({
      value: fc.record({ held: values, next: tie('next') }).map((one) => ({ ...one })),
      next: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constant(shape.kind === 'nullable' ? null : shape.kind === 'map' ? new Map() : []),
        shape.kind === 'nullable'
          ? tie('value')
          : tie('value').map((one) => (shape.kind === 'map' ? new Map([['k', one]]) : [one])),
      ),
    }));
    return { type: { kind: 'recursive', name: 'Self', type: tree(shape) }, values: value };
  });
}

/** A type inside of another recursive one, with a name of its own. */
function renamedSelf(type: ValueType): ValueType {
  return JSON.parse(JSON.stringify(type).replaceAll('"name":"Self', '"name":"Self_')) as ValueType;
}
