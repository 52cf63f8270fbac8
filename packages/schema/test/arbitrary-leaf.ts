import type { TextFormat, ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** A type together with values of a program that fit it. */
export interface TypeWithValues {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<unknown>;
}

/** Text of any characters. */
export const text = fc.string({ maxLength: 8, unit: 'binary' });

/** Text of so many characters, as JSON schemas count them. */
export function texts(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ minLength, maxLength, unit: fc.constantFrom('a', 'é', '😀', '\n', ' ') });
}

const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
// JSON text has no -0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);

/** Texts in each format. */
const IN_FORMAT: { readonly [format in TextFormat]: fc.Arbitrary<string> } = {
  'date-time': fc.oneof(
    date.map((one) => one.toISOString()),
    fc.constantFrom('2024-02-29T23:59:59+05:30', '2026-01-31T00:00:00Z'),
  ),
  date: date.map((one) => one.toISOString().slice(0, 10)),
  time: fc.constantFrom('12:30:00Z', '00:00:00.5-08:00', '23:59:59+23:59'),
  email: fc.constantFrom('a@b.co', "o'neil+x@mail.example.org", 'a.b_c@x-y.zz'),
  uri: fc.oneof(
    fc.webUrl(),
    fc.constantFrom('mailto:a@b.co', 'urn:x:1', 'http://[::1]:80/a?b#c', 'file:///etc/a'),
  ),
  uuid: fc.uuid(),
  ipv4: fc.ipV4().filter((one) => !/x|\b0\d/u.test(one) && one.split('.').length === 4),
  ipv6: fc.constantFrom('::', '::1', 'fe80::1:2', '1:2:3:4:5:6:7:8', '2001:DB8::'),
  hostname: fc.domain(),
};

const formatted = fc
  .constantFrom(...(Object.keys(IN_FORMAT) as TextFormat[]))
  .map((format): TypeWithValues => ({
    type: { kind: 'string', constraints: { format } },
    values: IN_FORMAT[format],
  }));

/** A constant type with its values. */
const plain = fc.constantFrom<TypeWithValues>(
  { type: { kind: 'string' }, values: text },
  { type: { kind: 'string', constraints: { minLength: 2, maxLength: 3 } }, values: texts(2, 3) },
  { type: { kind: 'string', constraints: { maxLength: 0 } }, values: fc.constant('') },
  {
    type: { kind: 'string', constraints: { pattern: String.raw`^\w\-.$` } },
    values: fc.constantFrom('a-b', 'x-😀'),
  },
  { type: { kind: 'string', brand: 'Sku', suggestions: ['a', 'b'] }, values: text },
  { type: { kind: 'number' }, values: number },
  {
    type: { kind: 'number', constraints: { exclusiveMinimum: -1, maximum: 2.5 } },
    values: fc.double({ min: -1, max: 2.5, minExcluded: true, noNaN: true }).map((one) => one + 0),
  },
  {
    type: { kind: 'number', constraints: { multipleOf: 0.01 } },
    values: fc.constantFrom(19.99, 0.07, -3, 1e-2, 0),
  },
  { type: { kind: 'number', constraints: { multipleOf: 5 } }, values: fc.constantFrom(0, -5, 1_000_000) },
  { type: { kind: 'number', integer: true }, values: fc.maxSafeInteger() },
  {
    type: { kind: 'number', integer: true, constraints: { minimum: -5, exclusiveMaximum: 9 } },
    values: fc.integer({ min: -5, max: 8 }),
  },
  { type: { kind: 'boolean' }, values: fc.boolean() },
  { type: { kind: 'bigint' }, values: fc.bigInt() },
  { type: { kind: 'date', precision: 'time' }, values: date },
  {
    type: { kind: 'date', precision: 'day' },
    values: date.map((day) => new Date(day.toISOString().slice(0, 10))),
  },
  {
    type: {
      kind: 'template',
      parts: ['id-', { kind: 'bigint' }, '/', { kind: 'choice', values: ['x', 'y.'] }],
    },
    values: fc.tuple(fc.bigInt(), fc.constantFrom('x', 'y.')).map(([id, end]) => `id-${id}/${end}`),
  },
  {
    type: { kind: 'template', parts: [{ kind: 'number' }, '%-', { kind: 'string' }] },
    values: fc.tuple(fc.integer(), text).map(([share, of]) => `${share}%-${of}`),
  },
  {
    type: { kind: 'enum', values: [0, 1], members: [{ shown: 'Low' }, { shown: 'High', accepted: ['Top'] }] },
    values: fc.constantFrom(0, 1),
  },
  {
    type: { kind: 'json' },
    values: fc
      .jsonValue()
      .map((one): unknown => JSON.parse(JSON.stringify(one).replaceAll('__proto__', 'x'))),
  },
);

/** Types that hold no others. */
export const leaf: fc.Arbitrary<TypeWithValues> = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 1, arbitrary: formatted },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.oneof(text, fc.integer(), fc.boolean()), { minLength: 1, maxLength: 4 })
      .map((values): TypeWithValues => ({
        type: { kind: 'enum', values },
        values: fc.constantFrom(...values),
      })),
  },
);
