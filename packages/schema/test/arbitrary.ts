import type { EnumType, MapType, ObjectType, PropertySpec, ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** A type together with values of a program that fit it. */
export interface TypeWithValues {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<unknown>;
}

const NAMES = ['a', 'b', 'name', 'kind', 'sku', 'é', 'with space', 'toString'] as const;

const text = fc.string({ maxLength: 8, unit: 'grapheme' });
const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

const leaf: fc.Arbitrary<TypeWithValues> = fc.oneof(
  fc.constant<TypeWithValues>({ type: { kind: 'string' }, values: text }),
  fc.constant<TypeWithValues>({
    type: { kind: 'string', constraints: { minLength: 1, maxLength: 3 } },
    values: fc.string({ minLength: 1, maxLength: 3 }),
  }),
  fc.constant<TypeWithValues>({
    type: { kind: 'number' },
    values: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  fc.constant<TypeWithValues>({
    type: { kind: 'number', integer: true, constraints: { minimum: -5, exclusiveMaximum: 9 } },
    values: fc.integer({ min: -5, max: 8 }),
  }),
  fc.constant<TypeWithValues>({ type: { kind: 'boolean' }, values: fc.boolean() }),
  fc.constant<TypeWithValues>({ type: { kind: 'bigint' }, values: fc.bigInt() }),
  fc.constant<TypeWithValues>({ type: { kind: 'date', precision: 'time' }, values: date }),
  fc.constant<TypeWithValues>({
    type: { kind: 'date', precision: 'day' },
    values: date.map((day) => new Date(day.toISOString().slice(0, 10))),
  }),
  fc.constant<TypeWithValues>({
    type: {
      kind: 'template',
      parts: ['id-', { kind: 'bigint' }, '/', { kind: 'choice', values: ['x', 'y.'] }],
    },
    values: fc.tuple(fc.bigInt(), fc.constantFrom('x', 'y.')).map(([id, end]) => `id-${id}/${end}`),
  }),
  fc
    .uniqueArray(fc.oneof(text, fc.integer(), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((values): TypeWithValues => ({
      type: { kind: 'enum', values },
      values: fc.constantFrom(...values),
    })),
  fc.constant<TypeWithValues>({
    type: { kind: 'enum', values: [0, 1], members: [{ shown: 'Low' }, { shown: 'High', accepted: ['Top'] }] },
    values: fc.constantFrom(0, 1),
  }),
);

/** Types of every kind but recursive ones and plain unions, up to three levels deep. */
export const typeWithValues: fc.Arbitrary<TypeWithValues> = level(3);

function level(depth: number): fc.Arbitrary<TypeWithValues> {
  if (depth === 0) return leaf;
  const inner = level(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: inner.map(({ type, values }): TypeWithValues => ({
        type: { kind: 'array', items: type },
        values: fc.array(values, { maxLength: 3 }),
      })),
    },
    {
      weight: 1,
      arbitrary: leaf.map(({ type, values }): TypeWithValues => ({
        type: { kind: 'set', items: type },
        values: fc
          .uniqueArray(values, {
            maxLength: 3,
            selector: (one) => String(one instanceof Date ? one.getTime() : one),
          })
          .map((list) => new Set(list)),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((items): TypeWithValues => ({
        type: { kind: 'tuple', items: items.map(({ type }, at) => ({ name: `item${at + 1}`, type })) },
        values: fc.tuple(...items.map(({ values }) => values)),
      })),
    },
    {
      weight: 1,
      arbitrary: inner.chain((value) =>
        fc.constantFrom('record' as const, 'map' as const).map((form) => mapOf(form, value)),
      ),
    },
    { weight: 2, arbitrary: objectOf(inner) },
    { weight: 1, arbitrary: variantsOf(inner) },
    {
      weight: 1,
      arbitrary: inner
        .filter(({ type }) => type.kind !== 'nullable')
        .map(({ type, values }): TypeWithValues => ({
          type: { kind: 'nullable', inner: type },
          values: fc.option(values),
        })),
    },
  );
}

function mapOf(form: 'record' | 'map', { type, values }: TypeWithValues): TypeWithValues {
  const key: MapType['key'] = { kind: 'string' };
  const entries = fc.uniqueArray(fc.tuple(text, values), { maxLength: 3, selector: ([name]) => name });
  const isPlain = ([name]: readonly [string, unknown]): boolean =>
    name !== '__proto__' && name !== 'constructor';
  return {
    type: { kind: 'map', form, key, value: type },
    values: entries.map((list) =>
      form === 'map' ? new Map(list.filter(isPlain)) : Object.fromEntries(list.filter(isPlain)),
    ),
  };
}

function objectOf(
  inner: fc.Arbitrary<TypeWithValues>,
  fixed: readonly PropertySpec[] = [],
): fc.Arbitrary<TypeWithValues> {
  const names = NAMES.filter((name) => !fixed.some((one) => one.name === name));
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), inner, fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
      selector: ([name]) => name,
    })
    .map((members) => {
      const properties = members.map(([name, { type }, optional, aliased]): PropertySpec => ({
        name,
        type,
        ...(optional ? { optional: true } : {}),
        ...(aliased ? { alias: `${name}_shown` } : {}),
      }));
      const type: ObjectType = { kind: 'object', properties: [...fixed, ...properties] };
      const values = fc.record(Object.fromEntries(members.map(([name, { values: held }]) => [name, held])), {
        requiredKeys: members.filter(([, , optional]) => !optional).map(([name]) => name),
      });
      return { type, values: values.map((value) => ({ ...value })) };
    });
}

function variantsOf(inner: fc.Arbitrary<TypeWithValues>): fc.Arbitrary<TypeWithValues> {
  const kind = (value: string): PropertySpec => {
    const type: EnumType = { kind: 'enum', values: [value] };
    return { name: 'kind', type };
  };
  const variant = (value: string): fc.Arbitrary<TypeWithValues> =>
    objectOf(inner, [kind(value)]).map(({ type, values }) => ({
      type,
      values: values.map((held) => ({ kind: value, ...(held as object) })),
    }));
  return fc.tuple(variant('one'), variant('two')).map(([one, two]) => ({
    type: { kind: 'union', discriminator: 'kind', variants: [one.type, two.type] },
    values: fc.oneof(one.values, two.values),
  }));
}
