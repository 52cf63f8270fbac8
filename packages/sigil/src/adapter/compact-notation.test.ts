import { wireSchema } from '@sigil/schema';
import type { FieldSpec, SignatureSpec, ValueType } from '@sigil/spec';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { Order } from '../fixtures/order.js';
import { Kind, Ticket } from '../fixtures/ticket.js';
import { goldenPrompts } from '../../test/golden-corpus.js';
import { compactNotation } from './compact-notation.js';

const text: ValueType = { kind: 'string' };
const number: ValueType = { kind: 'number' };

function output(name: string, type: ValueType, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, direction: 'out', type, ...more };
}

function outputsOf({ fields }: SignatureSpec): readonly FieldSpec[] {
  return fields.filter(({ direction }) => direction === 'out');
}

const address: ValueType = {
  kind: 'object',
  name: 'Address',
  properties: [
    { name: 'street', type: text },
    { name: 'city', type: text },
    { name: 'country', type: { kind: 'enum', values: ['DE', 'FR', 'US'] }, description: 'Where it is.' },
  ],
};
const comment: ValueType = {
  kind: 'recursive',
  name: 'Comment',
  type: {
    kind: 'object',
    name: 'Comment',
    properties: [
      { name: 'author', type: text },
      { name: 'body', type: text },
      { name: 'replies', type: { kind: 'array', items: { kind: 'reference', name: 'Comment' } } },
    ],
  },
};

/** What people extract, classify, plan and judge: with descriptions, limits, nesting, variants. */
const varied: readonly (readonly [string, readonly FieldSpec[]])[] = [
  ['an answer', [output('answer', text)]],
  [
    'a grade',
    [
      output('reasoning', text),
      output('grade', { kind: 'number', integer: true, constraints: { minimum: 1, maximum: 10 } }),
    ],
  ],
  [
    'labels',
    [
      output('labels', {
        kind: 'array',
        items: { kind: 'enum', values: ['bug', 'feature', 'question', 'other'] },
      }),
    ],
  ],
  [
    'an invoice',
    [
      output('number', text, { description: 'As printed.' }),
      output('date', { kind: 'date', precision: 'day' }),
      output('seller', address),
      output('buyer', { kind: 'nullable', inner: address }),
      output('lines', {
        kind: 'array',
        items: {
          kind: 'object',
          properties: [
            { name: 'description', type: text },
            { name: 'quantity', type: { kind: 'number', constraints: { minimum: 0 } } },
            { name: 'price', type: number, description: 'Without tax.' },
            { name: 'sku', type: text, optional: true },
          ],
        },
        constraints: { minItems: 1 },
      }),
      output('total', number),
    ],
  ],
  ['a thread', [output('thread', comment), output('topic', text, { optional: true })]],
  [
    'a plan',
    [
      output('steps', {
        kind: 'array',
        items: {
          kind: 'union',
          discriminator: 'tool',
          variants: ['search', 'read', 'write'].map((tool) => ({
            kind: 'object' as const,
            properties: [
              { name: 'tool', type: { kind: 'enum' as const, values: [tool] } },
              { name: 'argument', type: text },
              { name: 'seconds', type: number, optional: true as const },
            ],
          })),
        },
      }),
    ],
  ],
  [
    'a map',
    [
      output('counts', { kind: 'map', form: 'record', key: text, value: number }),
      output('place', {
        kind: 'tuple',
        items: [
          { name: 'x', type: number },
          { name: 'y', type: number },
        ],
      }),
    ],
  ],
  [
    'a profile',
    [
      output('name', text, { description: 'Full name.' }),
      output('age', { kind: 'nullable', inner: { kind: 'number', integer: true } }),
      output('email', { kind: 'string', constraints: { format: 'email' } }, { optional: true }),
      output('skills', {
        kind: 'array',
        items: {
          kind: 'object',
          properties: [
            { name: 'name', type: text },
            { name: 'years', type: number },
          ],
        },
      }),
      output('level', {
        kind: 'enum',
        values: ['junior', 'senior'],
        members: [{ description: 'Up to three years.' }, {}],
      }),
    ],
  ],
];

const corpus: readonly (readonly [string, readonly FieldSpec[]])[] = [
  ...[Kind, Ticket, Order].map(({ artifact }) => [artifact.spec.id, outputsOf(artifact.spec)] as const),
  ...goldenPrompts.map(({ name, spec }) => [name, outputsOf(spec)] as const),
  ...varied,
].filter(([, outputs]) => outputs.length > 0);

describe('compactNotation', () => {
  it('costs less than half of the tokens of the JSON schema, and never more than it', () => {
    const costs = corpus.map(([name, outputs]) => ({
      name,
      compact: countTokens(compactNotation(outputs)),
      schema: countTokens(JSON.stringify(wireSchema(outputs, 'plain'))),
    }));
    expect(costs.filter(({ compact, schema }) => compact >= schema)).toEqual([]);
    const sum = (kind: 'compact' | 'schema'): number => costs.reduce((total, one) => total + one[kind], 0);
    expect(sum('compact') / sum('schema')).toBeLessThan(0.5);
  });

  it('says types, limits, meaning, examples and defaults, and what may be absent or null', () => {
    const level: ValueType = {
      kind: 'enum',
      values: [0, 5],
      members: [{ shown: 'Low' }, { shown: 'High', description: 'Needs a person.' }],
    };
    expect(
      compactNotation([
        output('team', { kind: 'enum', values: ['billing', 'sales'] }),
        output(
          'urgency',
          { kind: 'number', constraints: { minimum: 0, maximum: 1 } },
          { description: '1 is an\noutage.' },
        ),
        output('size', { kind: 'string', suggestions: ['S', 'M'] }, { optional: true, examples: ['S'] }),
        output('note', { kind: 'nullable', inner: text }),
        output('extra', { kind: 'nullable', inner: number }, { optional: true }),
        output('level', level, { default: 5 }),
        output('days', {
          kind: 'array',
          items: { kind: 'date', precision: 'day' },
          constraints: { maxItems: 3 },
        }),
        output('kinds', { kind: 'array', items: { kind: 'enum', values: ['a', 'b'] } }),
        output('squad', text, { alias: 'the squad' }),
        output('by', { kind: 'map', form: 'map', key: level, value: number }),
        output('at', {
          kind: 'tuple',
          items: [
            { name: 'latitude', type: number },
            { name: 'item2', type: number },
          ],
        }),
        output('any', { kind: 'json' }),
      ]),
    ).toBe(`{
  team: "billing" | "sales"
  urgency: number // from 0 to 1. 1 is an outage.
  size?: "S" | "M" | string // for example S
  note: string | null
  extra?: number | null
  level?: "Low" | "High" // default High. High: Needs a person.
  days: (string /* a date like 2026-01-31 */)[] // at most 3 items
  kinds: ("a" | "b")[]
  "the squad": string
  by: { [key: "Low" | "High"]: number }
  at: [latitude: number, number]
  any: any
}`);
  });

  it('names types that hold themselves or are used more than once', () => {
    expect(compactNotation([output('from', address), output('to', address), output('thread', comment)]))
      .toBe(`type Address = {
  street: string
  city: string
  country: "DE" | "FR" | "US" // Where it is.
}
type Comment = {
  author: string
  body: string
  replies: Comment[]
}
{
  from: Address
  to: Address
  thread: Comment
}`);
  });

  it('tells two types of one name apart', () => {
    const other: ValueType = {
      ...address,
      properties: address.kind === 'object' ? address.properties.slice(1) : [],
    };
    const written = compactNotation([
      output('a', address),
      output('b', address),
      output('c', other),
      output('d', other),
    ]);
    expect(written).toContain('c: Address2\n  d: Address2');
  });

  it('keeps what a description says in its comment', () => {
    const inner: ValueType = {
      kind: 'object',
      properties: [{ name: 'a', type: text, description: 'One\n} // two' }],
    };
    const list: ValueType = { kind: 'array', items: { kind: 'string', constraints: { pattern: '*/ }' } } };
    expect(compactNotation([output('held', inner), output('list', list)])).toBe(`{
  held: {
    a: string // One } // two
  }
  list: (string /* matching /* / }/ */)[]
}`);
  });
});
