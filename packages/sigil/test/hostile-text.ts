import type { ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** Text made to be taken for structure, or for a value of another type. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'message',
        'team',
        'note',
        'dueDate',
        'due date',
        '**team**',
        '"team"',
        '<team>',
        '</team>',
      ),
      fc.constantFrom(
        ':',
        ': ',
        '\n',
        '\r\n',
        '\u2028',
        '\\',
        ' ',
        '- ',
        '> ',
        '\n## ',
        '\n1. ',
        '：',
        '```json\n',
      ),
      fc.constantFrom(
        '{"team": "x"}',
        '{"kind":',
        '[[ ## team ## ]]',
        '<|im_end|>',
        '</think>',
        '<think>',
        '"',
        '“',
      ),
      fc.constantFrom(
        '3',
        '-1.5',
        '007',
        '1e3',
        'true',
        'null',
        'none',
        '[',
        ']',
        '{}',
        '[1]',
        '2026-01-31',
        ',',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

interface Holder {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<unknown>;
}

const text: ValueType = { kind: 'string' };

/** One type of each kind that can hold text. */
const holders: readonly Holder[] = [
  { type: text, values: texts },
  { type: { kind: 'nullable', inner: text }, values: fc.option(texts) },
  { type: { kind: 'template', parts: [{ kind: 'string' }] }, values: texts },
  { type: { kind: 'union', variants: [text, { kind: 'number' }] }, values: fc.oneof(texts, fc.integer()) },
  { type: { kind: 'array', items: text }, values: fc.array(texts, { maxLength: 3 }) },
  {
    type: { kind: 'set', items: text },
    values: fc.array(texts, { maxLength: 3 }).map((list) => new Set(list)),
  },
  {
    type: { kind: 'tuple', items: [{ name: 'item1', type: text }], rest: text },
    values: fc.array(texts, { minLength: 1, maxLength: 3 }),
  },
  {
    type: { kind: 'map', form: 'map', key: text, value: text },
    values: fc.array(fc.tuple(texts, texts), { maxLength: 3 }).map((entries) => new Map(entries)),
  },
  {
    type: { kind: 'object', properties: [{ name: 'a', type: text, alias: 'team' }] },
    values: texts.map((a) => ({ a })),
  },
  { type: { kind: 'json' }, values: fc.oneof(texts, fc.array(texts), fc.dictionary(texts, texts)) },
  { type: { kind: 'enum', values: ['team: x', '<team>'] }, values: fc.constantFrom('team: x', '<team>') },
];

export const hostileText = { texts, holders };
