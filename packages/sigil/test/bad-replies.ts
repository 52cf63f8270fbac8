import type { FieldSpec, ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** A reply in pieces, with the words for a remark where one is wanted. */
export type Pieces = readonly (string | Wanted)[];

/** What is wrong with the value right before. */
export interface Wanted {
  readonly words: string;
  readonly notation: 'line' | 'json' | 'tag';
}

/** The outputs of a signature, and a reply in which some of them break a limit. */
export interface BadReply {
  readonly outputs: readonly FieldSpec[];
  readonly pieces: Pieces;
}

/** A value as JSON is written. */
type Written =
  | { readonly kind: 'leaf'; readonly json: string; readonly words: string | undefined }
  | { readonly kind: 'list'; readonly items: readonly Written[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: Written])[] };

interface Typed {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<Written>;
}

/** What models write, and what looks like a remark, or like the end of what a reply stands in. */
const said = fc.constantFrom(
  'a',
  'b */ c',
  'x /* d */',
  'x /** e',
  'x   <-- f',
  '<--- g',
  '```',
  '`````',
  'x <!-- h -->',
  '`',
  'é😀',
  'i\nj',
  'must be at most 9',
  '"',
  '\\',
  '[1]',
);

const leaf = (value: string, words?: string): Written => ({ kind: 'leaf', json: value, words });

const number: Typed = {
  type: { kind: 'number', constraints: { maximum: 9 } },
  values: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((value) => leaf(String(value))),
    fc.integer({ min: 10, max: 99 }).map((value) => leaf(String(value), 'must be at most 9')),
  ),
};

const text: Typed = {
  type: { kind: 'string', constraints: { maxLength: 25 } },
  values: fc.oneof(
    said.map((value) => leaf(JSON.stringify(value))),
    said.map((value) => leaf(JSON.stringify(value + '.'.repeat(25)), 'must have at most 25 characters')),
  ),
};

function typed(depth: number): fc.Arbitrary<Typed> {
  if (depth === 0) return fc.constantFrom(number, text);
  const inner = typed(depth - 1);
  return fc.oneof(
    fc.constantFrom(number, text),
    inner.map(listOf),
    inner.map(mapOf),
    fc.tuple(inner, inner).map(([one, two]) =>
      objectOf([
        ['one', one],
        ['two', two],
      ]),
    ),
    fc.tuple(inner, inner).map(([one, two]) => tupleOf(one, two)),
    fc.tuple(inner, inner).map(([one, two]) => unionOf(one, two)),
    inner.map(({ type, values }): Typed => ({
      type: type.kind === 'nullable' ? type : { kind: 'nullable', inner: type },
      values: fc.oneof(values, fc.constant(leaf('null'))),
    })),
  );
}

function listOf({ type, values }: Typed): Typed {
  return {
    type: { kind: 'array', items: type },
    values: fc.array(values, { maxLength: 3 }).map((items) => ({ kind: 'list', items })),
  };
}

function mapOf({ type, values }: Typed): Typed {
  const keys = fc.constantFrom('a', 'b.c', 'd[0]', 'one', '/* e */');
  return {
    type: { kind: 'map', form: 'map', key: { kind: 'string' }, value: type },
    values: fc
      .uniqueArray(fc.tuple(keys, values), { maxLength: 3, selector: ([key]) => key })
      .map((members) => ({ kind: 'object', members })),
  };
}

/** Every property is seen under another name. */
function objectOf(members: readonly (readonly [string, Typed])[]): Typed {
  return {
    type: {
      kind: 'object',
      properties: members.map(([name, { type }]) => ({ name, alias: `${name}_seen`, type })),
    },
    values: fc
      .tuple(...members.map(([name, { values }]) => values.map((value) => [`${name}_seen`, value] as const)))
      .map((list) => ({ kind: 'object', members: list })),
  };
}

function tupleOf(one: Typed, two: Typed): Typed {
  return {
    type: {
      kind: 'tuple',
      items: [
        { name: 'first', type: one.type },
        { name: 'second', type: two.type },
      ],
    },
    values: fc.tuple(one.values, two.values).map((items) => ({ kind: 'list', items })),
  };
}

function unionOf(...both: readonly Typed[]): Typed {
  const variants = both.map((held, at) => {
    const kind: Typed = {
      type: { kind: 'enum', values: [`kind${at}`] },
      values: fc.constant(leaf(`"kind${at}"`)),
    };
    const { type, values } = objectOf([['held', held]]);
    const properties = [
      { name: 'kind', type: kind.type },
      ...(type.kind === 'object' ? type.properties : []),
    ];
    return {
      type: { kind: 'object', properties } as const,
      values: fc.tuple(kind.values, values).map(([name, object]): Written => ({
        kind: 'object',
        members: [['kind', name], ...(object.kind === 'object' ? object.members : [])],
      })),
    };
  });
  return {
    type: { kind: 'union', discriminator: 'kind', variants: variants.map(({ type }) => type) },
    values: fc.oneof(...variants.map(({ values }) => values)),
  };
}

/** JSON on one line, or over lines. */
function json(value: Written, lines: boolean, indent = '\n'): Pieces {
  if (value.kind === 'leaf')
    return value.words === undefined ? [value.json] : [value.json, { words: value.words, notation: 'json' }];
  const inside = lines ? `${indent}  ` : '';
  const parts: Pieces[] =
    value.kind === 'list'
      ? value.items.map((item) => json(item, lines, inside))
      : value.members.map(([key, held]) => [
          `${JSON.stringify(key)}:${lines ? ' ' : ''}`,
          ...json(held, lines, inside),
        ]);
  const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return [`${open}${close}`];
  return [
    open,
    ...parts.flatMap((part, at) => [at === 0 ? inside : `,${inside}`, ...part]),
    lines ? indent : '',
    close,
  ];
}

/** The value of a field alone: what is wrong with all of it stands at the end of its line, or in its tag. */
function field(value: Written, notation: 'line' | 'tag'): Pieces {
  return value.kind === 'leaf' && value.words !== undefined
    ? [value.json, { words: value.words, notation }]
    : json(value, false);
}

type Write = (fields: readonly (readonly [name: string, value: Written])[]) => Pieces;

const layouts: readonly Write[] = [
  (members) => json({ kind: 'object', members }, false),
  (members) => json({ kind: 'object', members }, true),
  (members) => ['Here it is:\n```json\n', ...json({ kind: 'object', members }, true), '\n```\nIs it right?'],
  (members) => ['I think ', ...json({ kind: 'object', members }, false), ' is right.'],
  (members) => members.flatMap(([name, value]) => [`${name}: `, ...field(value, 'line'), '\n']),
  (members) => members.flatMap(([name, value]) => [`**${name}:** `, ...field(value, 'line'), '\n\n']),
  (members) => members.flatMap(([name, value]) => [`[[ ## ${name} ## ]]\n`, ...field(value, 'line'), '\n']),
  (members) => members.flatMap(([name, value]) => [`<${name}>`, ...field(value, 'tag'), `</${name}>\n`]),
];

/** Replies in every layout, with values of every kind, some of which break a limit. */
export const badReplies: fc.Arbitrary<BadReply> = fc
  .tuple(typed(2), typed(1), typed(2), fc.constantFrom(...layouts))
  .chain(([alpha, beta, gamma, write]) =>
    fc.tuple(alpha.values, beta.values, gamma.values).map(([one, two, three]) => ({
      outputs: [
        { name: 'alpha', direction: 'out' as const, type: alpha.type },
        { name: 'beta', alias: 'beta_seen', direction: 'out' as const, type: beta.type },
        { name: 'gamma', direction: 'out' as const, type: gamma.type },
      ],
      pieces: write([
        ['alpha', one],
        ['beta_seen', two],
        ['gamma', three],
      ]),
    })),
  )
  .filter(({ pieces }) => pieces.some((piece) => typeof piece !== 'string'));
