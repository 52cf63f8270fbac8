import { hasFormat, wireSchema } from '@sigil/schema';
import type { Constraints, FieldSpec, TextFormat, ValueType } from '@sigil/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'sigil/zod';
import { describe, expect, it } from 'vitest';
import { generatedSchemas } from './generated-schemas.js';

const ajv = new Ajv2020({ strict: true, addUsedSchema: false });
addFormats.default(ajv);

/** What zod and a validator of the plain wire schema say of values, which has to be the same. */
function verdicts(type: ValueType, values: readonly unknown[]): readonly boolean[] {
  const fields: readonly FieldSpec[] = [{ name: 'value', direction: 'out', type }];
  const { output } = generatedSchemas(fields);
  const validate = ajv.compile(JSON.parse(JSON.stringify(wireSchema(fields, 'plain'))));
  return values.map((value) => {
    const says = z.safeDecode(output, { value }).success;
    expect([value, validate({ value })]).toEqual([value, says]);
    return says;
  });
}

const [below, at, above] = [
  [false, true, true],
  [true, true, false],
  [false, false, true],
];

describe('a limit', () => {
  it.each<[Constraints, readonly number[], readonly boolean[]]>([
    [{ minimum: 2.5 }, [2.4999999999999996, 2.5, 2.5000000000000004], below],
    [{ maximum: 2.5 }, [2.4999999999999996, 2.5, 2.5000000000000004], at],
    [{ exclusiveMinimum: 0 }, [-Number.MIN_VALUE, 0, Number.MIN_VALUE], above],
    [{ exclusiveMaximum: -1 }, [-1.0000000000000002, -1, -0.9999999999999999], [true, false, false]],
    [{ multipleOf: 3 }, [3, 4, -9, 0, 1.5], [true, false, true, true, false]],
  ])('of a number is the same for zod and for validators: %j', (constraints, values, wanted) => {
    expect(verdicts({ kind: 'number', constraints }, values)).toEqual(wanted);
  });

  it.each<[Constraints, readonly string[], readonly boolean[]]>([
    [{ minLength: 2 }, ['a', '😀', 'ab', '😀😀', 'e\u0301'], [false, false, true, true, true]],
    [{ maxLength: 2 }, ['😀😀', 'abc', '😀😀😀', ''], [true, false, false, true]],
    [{ pattern: '^..$' }, ['ab', '😀', '😀😀', 'ab\n'], [true, false, true, false]],
    [{ pattern: String.raw`\d\-\d` }, ['1-2', 'x1-2', '12'], [true, true, false]],
  ])('of text counts characters as JSON schemas do: %j', (constraints, values, wanted) => {
    expect(verdicts({ kind: 'string', constraints }, values)).toEqual(wanted);
  });

  it.each<[ValueType, readonly unknown[]]>([
    [
      { kind: 'array', items: { kind: 'boolean' }, constraints: { minItems: 1, maxItems: 2 } },
      [[], [true], [true, false], [true, true, true]],
    ],
    [
      { kind: 'set', items: { kind: 'number' }, constraints: { minItems: 1, maxItems: 2 } },
      [[], [1], [1, 2], [1, 2, 3]],
    ],
    [
      {
        kind: 'map',
        form: 'map',
        key: { kind: 'string' },
        value: { kind: 'number' },
        constraints: { minItems: 1, maxItems: 2 },
      },
      [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((keys) => keys.map((key) => ({ key, value: 1 }))),
    ],
  ])('of a collection counts its items: %j', (type, values) => {
    expect(verdicts(type, values)).toEqual([false, true, true, false]);
  });

  it('on repetition looks into the items', () => {
    const type: ValueType = {
      kind: 'array',
      items: {
        kind: 'object',
        properties: [
          { name: 'a', type: { kind: 'number' } },
          { name: 'b', type: { kind: 'number' } },
        ],
      },
      constraints: { uniqueItems: true },
    };
    const lists = [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
    ];
    expect(verdicts(type, lists)).toEqual([false, true]);
  });

  it('in decimals is no matter of the wire', () => {
    const { output } = generatedSchemas([
      { name: 'value', direction: 'out', type: { kind: 'number', constraints: { multipleOf: 0.01 } } },
    ]);
    expect([19.99, 0.07, 19.999, 1e-3].map((value) => z.safeDecode(output, { value }).success)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** Good texts, and bad ones that look good. */
const FORMATS: {
  readonly [format in TextFormat]: readonly [good: readonly string[], bad: readonly string[]];
} = {
  'date-time': [
    ['2026-01-31T12:00:00Z', '2024-02-29T23:59:59.123+05:30'],
    ['2026-01-31T12:00:00', '2026-02-30T12:00:00Z', '2026-01-31T25:00:00Z', '2026-01-31T12:00:00Z\n'],
  ],
  date: [
    ['2026-01-31', '2000-02-29'],
    ['2026-02-29', '1900-02-29', '2026-13-01', '26-01-01', '2026-1-1'],
  ],
  time: [
    ['12:00:00Z', '00:00:00.5-08:00'],
    ['12:00', '12:00:00', '24:00:00Z', '12:00:00+24:00'],
  ],
  email: [
    ['a@b.co', "o'neil.x+y@mail.example.org"],
    ['a@b', 'a@b-.co', '.a@b.co', 'a.@b.co', 'a b@c.de', 'a@b..co'],
  ],
  uri: [
    ['https://example.org/a?b=c#d', 'mailto:a@b.co', 'http://[::1]:80/', 'a:b?', 'a:/?b', 'a://#'],
    [
      'http:',
      'a:',
      'az:',
      'a:?b',
      'a:#b',
      'example.org',
      '/a',
      'http://a b',
      'a:#b#c',
      'http://[1]/',
      'http://a/%2',
      'http://é.org',
    ],
  ],
  uuid: [
    ['123e4567-e89b-12d3-a456-426614174000'],
    ['123e4567e89b12d3a456426614174000', '123e4567-e89b-12d3-a456-42661417400g'],
  ],
  ipv4: [
    ['0.0.0.0', '255.255.255.255'],
    ['256.0.0.0', '01.2.3.4', '1.2.3'],
  ],
  ipv6: [
    ['::', '::1', '1:2:3:4:5:6:7:8', 'fe80::1:2'],
    ['1::2::3', '1:2:3:4:5:6:7', '12345::', ':::', '1:2:3:4:5:6:7:8:9', ':1:2:3:4:5:6:7'],
  ],
  hostname: [
    ['example.org', 'a', 'x-1.y'],
    ['-a.b', 'a-.b', 'a..b', 'a_b', ''],
  ],
};

describe('a format', () => {
  it.each(Object.entries(FORMATS))('of text is what validators take for it: %s', (format, [good, bad]) => {
    const type: ValueType = { kind: 'string', constraints: { format: format as TextFormat } };
    expect(verdicts(type, [...good, ...bad])).toEqual([...good.map(() => true), ...bad.map(() => false)]);
  });

  it.each(Object.keys(FORMATS) as TextFormat[])('refuses whatever validators refuse: %s', (format) => {
    const fields: readonly FieldSpec[] = [
      { name: 'value', direction: 'out', type: { kind: 'string', constraints: { format } } },
    ];
    const validate = ajv.compile(JSON.parse(JSON.stringify(wireSchema(fields, 'plain'))));
    const character = fc.constantFrom(...Array.from('a:/?#[]@%0f5.-+TZ2"{é '));
    const text = fc
      .tuple(
        fc.constantFrom(...FORMATS[format][0], 'a:', ''),
        fc.array(fc.tuple(fc.nat(30), fc.nat(3), character)),
      )
      .map(([start, edits]) =>
        edits
          .slice(0, 4)
          .reduce((held, [from, cut, put]) => held.slice(0, from) + put + held.slice(from + cut), start),
      );
    fc.assert(
      fc.property(text, (value) => {
        expect([value, !hasFormat(format, value) || validate({ value })]).toEqual([value, true]);
      }),
      { numRuns: 500 },
    );
  });
});
