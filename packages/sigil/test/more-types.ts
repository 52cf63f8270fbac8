import type { EnumType, ValueType } from '@sigil/spec';
import fc from 'fast-check';
import type { TypeWithValues } from '../../schema/test/arbitrary.js';
import { hostileText } from './hostile-text.js';

const text: ValueType = { kind: 'string' };
const level: EnumType = {
  kind: 'enum',
  values: [0, 5, 'mail'],
  members: [{ shown: 'Low' }, { shown: 'High' }, { accepted: ['Mail'] }],
};
const tree: ValueType = {
  kind: 'recursive',
  name: 'Tree',
  type: {
    kind: 'object',
    properties: [
      { name: 'name', type: text, alias: 'label' },
      { name: 'children', type: { kind: 'array', items: { kind: 'reference', name: 'Tree' } } },
    ],
  },
};
const expression: ValueType = {
  kind: 'recursive',
  name: 'Expression',
  type: {
    kind: 'union',
    discriminator: 'op',
    variants: [
      {
        kind: 'object',
        properties: [
          { name: 'op', type: { kind: 'enum', values: ['number'] } },
          { name: 'value', type: { kind: 'bigint' } },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'op', type: { kind: 'enum', values: ['add'] } },
          { name: 'left', type: { kind: 'reference', name: 'Expression' } },
          { name: 'at', type: { kind: 'date', precision: 'time' }, optional: true },
        ],
      },
    ],
  },
};

const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const scalar = fc.oneof(
  hostileText.texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
);
const trees = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    hostileText.texts.map((name) => ({ name, children: [] })),
    fc.record({ name: hostileText.texts, children: fc.array(tie('tree'), { maxLength: 2 }) }),
  ),
})).tree;
const expressions = fc.letrec<{ expression: unknown }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.record({ op: fc.constant('number'), value: fc.bigInt() }),
    fc.record(
      { op: fc.constant('add'), left: tie('expression'), at: date },
      { requiredKeys: ['op', 'left'] },
    ),
  ),
})).expression;

/** Types that hold themselves, plain unions, maps by enum and by number, any JSON, texts that look like something else. */
export const moreTypes: fc.Arbitrary<TypeWithValues> = fc.constantFrom<TypeWithValues>(
  { type: text, values: hostileText.texts },
  { type: tree, values: plain(trees) },
  { type: expression, values: plain(expressions) },
  { type: { kind: 'union', variants: [text, { kind: 'number' }] }, values: scalar },
  {
    type: { kind: 'union', variants: [text, { kind: 'boolean' }] },
    values: fc.oneof(hostileText.texts, fc.boolean()),
  },
  {
    type: { kind: 'array', items: { kind: 'union', variants: [text, { kind: 'number' }] } },
    values: fc.array(scalar, { maxLength: 3 }),
  },
  {
    type: { kind: 'nullable', inner: { kind: 'union', variants: [{ kind: 'number' }, text] } },
    values: fc.option(scalar),
  },
  {
    type: { kind: 'union', variants: [text, { kind: 'array', items: text }] },
    values: fc.oneof(hostileText.texts, fc.array(hostileText.texts, { maxLength: 3 })),
  },
  {
    type: { kind: 'map', form: 'map', key: level, value: { kind: 'date', precision: 'day' } },
    values: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...level.values), date), { selector: ([key]) => key })
      .map((entries) => new Map(entries.map(([key, at]) => [key, new Date(at.toISOString().slice(0, 10))]))),
  },
  {
    type: { kind: 'map', form: 'map', key: { kind: 'number' }, value: text },
    values: fc
      .uniqueArray(fc.tuple(fc.integer(), hostileText.texts), { selector: ([key]) => key })
      .map((entries) => new Map(entries)),
  },
  { type: { kind: 'json' }, values: plain(fc.jsonValue({ maxDepth: 3 })) },
  {
    type: { kind: 'array', items: { kind: 'json' } },
    values: fc.array(fc.oneof(hostileText.texts, plain(fc.jsonValue({ maxDepth: 2 }))), { maxLength: 3 }),
  },
  { type: level, values: fc.constantFrom(...level.values) },
);

/** Objects as programs have them, with a prototype. */
function plain(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return values.map((value): unknown => structuredClone(value));
}
