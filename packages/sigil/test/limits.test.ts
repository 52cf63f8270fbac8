import { FakeLM } from '@sigil/testing';
import type { FieldSpec } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { readType } from '../../../codegen/src/read-type.js';
import { runOf } from './predictor-of.js';

/** A tag on a type, a value that breaks it and one that keeps it, and what the model is told. */
const limits: readonly [tag: string, type: string, bad: unknown, good: unknown, words: string][] = [
  ['@minimum 1', 'number', 0, 1, 'must be at least 1'],
  ['@maximum 9', 'number', 9.5, 9, 'must be at most 9'],
  ['@exclusiveMinimum 1', 'number', 1, 1.5, 'must be more than 1'],
  ['@exclusiveMaximum 9', 'number', 9, 8.5, 'must be less than 9'],
  ['@multipleOf 0.01', 'number', 0.005, 19.99, 'must be a multiple of 0.01'],
  ['@multipleOf 1', 'number', 1.5, 2, 'expected an integer'],
  ['@asType integer', 'number', 1.5, 2, 'expected an integer'],
  ['@minLength 3', 'string', 'ab', '😀😀😀', 'must have at least 3 characters'],
  ['@maxLength 3', 'string', 'abcd', '😀😀😀', 'must have at most 3 characters'],
  ['@pattern ^[a-z]+$', 'string', 'A1', 'abc', 'must match ^[a-z]+$'],
  ['@format email', 'string', 'nobody', 'a@b.co', 'must be a mail address'],
  ['@format uri', 'string', 'here', 'https://a.b/c', 'must be a URI, such as https://example.org/a'],
  ['@format ipv4', 'string', '1.2.3', '1.2.3.4', 'must be an IPv4 address'],
  ['@format date', 'Date', '2026-02-30', '2026-02-28', 'expected a date like 2026-01-31'],
  ['@minItems 2', 'number[]', [1], [1, 2], 'must have at least 2 items'],
  ['@maxItems 2', 'number[]', [1, 2, 3], [1, 2], 'must have at most 2 items'],
  ['@uniqueItems', 'number[]', [1, 1], [1, 2], 'must have no item twice'],
  ['@minItems 2', 'Set<number>', [1], [1, 2], 'must have at least 2 items'],
  ['@maxItems 1', 'Map<string, number>', { a: 1, b: 2 }, { a: 1 }, 'must have at most 1 item'],
  ['@minItems 1', 'Record<string, number>', {}, { a: 1 }, 'must have at least 1 item'],
];

/** Where the type may stand, the JSON around a value of it, and what stands behind that value. */
const places: readonly [where: string, field: string, around: (value: unknown) => unknown, behind: string][] =
  [
    ['a field', 'Limited', (value) => value, '}'],
    ['a property', '{ inner: Limited }', (inner) => ({ inner }), '}}'],
    ['a property of a property', '{ a: { inner: Limited } }', (inner) => ({ a: { inner } }), '}}}'],
    ['an item of a list', 'Limited[]', (value) => [value], ']}'],
    ['an item of a list of objects', '{ inner: Limited }[]', (inner) => [{ inner }], '}]}'],
    ['a value of a map', 'Map<string, Limited>', (value) => ({ key: value }), '}}'],
    ['a value of a record', 'Record<string, Limited>', (value) => ({ key: value }), '}}'],
    ['a part of a tuple', '[string, Limited]', (value) => ['a', value], ']}'],
    ['what may be null', 'Limited | null', (value) => value, '}'],
  ];

function outputsOf(tag: string, type: string, field: string): readonly FieldSpec[] {
  const source = `/** ${tag} */\ntype Limited = ${type};\nexport interface Outputs { x: ${field} }`;
  const outputs = readType(source, 'Outputs');
  if (outputs.kind !== 'object') throw new TypeError('An interface is an object.');
  return outputs.properties.map((property) => ({ ...property, direction: 'out' }));
}

describe.each(limits)('%s on %s', (tag, type, bad, good, words) => {
  it.each(places)('is kept in %s', async (_, field, around, behind) => {
    const outputs = outputsOf(tag, type, field);
    const [wrong, right] = [bad, good].map((value) => JSON.stringify({ x: around(value) }));
    const reply = wrong ?? '';
    const lm = new FakeLM([reply, right ?? '']);
    const { report } = await runOf(outputs, lm);
    expect(report.attempts.map(({ error }) => error?.name)).toEqual([
      words.startsWith('expected') ? 'ParseError' : 'ConstraintError',
      undefined,
    ]);
    const asked = lm.calls.map(({ messages }) => messages.at(-1)?.content ?? '');
    expect(asked).toHaveLength(2);
    const at = reply.length - behind.length;
    expect(asked[1]).toContain(`\n${reply.slice(0, at)} /* ${words} */${reply.slice(at)}\n`);
    // The second try is not asked for again, and one that is as bad is refused.
    await expect(runOf(outputs, new FakeLM([reply, reply]))).rejects.toThrow(words);
    expect((await runOf(outputs, new FakeLM([right ?? '']))).report.attempts).toHaveLength(1);
  });
});

describe('limits on what is beside each other', () => {
  it('are told all at once, with the tokens of both calls in the report', async () => {
    const source = `export interface Outputs {
      /** @maximum 1 */ sure: number;
      /** @maxLength 2 */ code: string;
      /** @minItems 1 */ list: string[];
    }`;
    const type = readType(source, 'Outputs');
    if (type.kind !== 'object') throw new TypeError('An interface is an object.');
    const outputs = type.properties.map((property): FieldSpec => ({ ...property, direction: 'out' }));
    const usage = { inputTokens: 10, outputTokens: 4 };
    const lm = new FakeLM([
      { text: 'sure: 2\ncode: abc\nlist: []', usage },
      { text: 'sure: 1\ncode: ab\nlist: ["a"]', usage },
    ]);
    const { report } = await runOf(outputs, lm);
    expect(lm.calls[1]?.messages.at(-1)?.content).toContain(
      'sure: 2   <-- must be at most 1\ncode: abc   <-- must have at most 2 characters\n' +
        'list: []   <-- must have at least 1 item\n',
    );
    expect(report.attempts).toHaveLength(2);
    expect(report.usage).toEqual({ inputTokens: 20, outputTokens: 8 });
  });
});
