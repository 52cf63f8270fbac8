import type { JsonValue, ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** A type with values of it, in the form that people write as JSON. */
export interface TypeWithJson {
  readonly type: ValueType;
  readonly values: fc.Arbitrary<JsonValue>;
}

type Texts = fc.Arbitrary<string>;

const text: ValueType = { kind: 'string' };
const number: ValueType = { kind: 'number' };
// JSON has no -0.
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
const days = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString());

function leavesOf(texts: Texts): readonly TypeWithJson[] {
  return [
    { type: text, values: texts },
    { type: { kind: 'string', suggestions: ['small', 'large'] }, values: texts },
    { type: number, values: numbers },
    { type: { kind: 'number', integer: true }, values: fc.maxSafeInteger() },
    { type: { kind: 'boolean' }, values: fc.boolean() },
    { type: { kind: 'bigint' }, values: fc.bigInt().map(String) },
    { type: { kind: 'date', precision: 'day' }, values: days.map((one) => one.slice(0, 10)) },
    { type: { kind: 'date', precision: 'time' }, values: days },
    {
      type: { kind: 'enum', values: ['mail', 'null', 'a: b', '<note>'] },
      values: fc.constantFrom('mail', 'null', 'a: b', '<note>'),
    },
    {
      type: {
        kind: 'enum',
        values: [0, 5],
        members: [{ shown: 'Low' }, { shown: 'High', description: 'Bad.' }],
      },
      values: fc.constantFrom(0, 5),
    },
    {
      type: { kind: 'template', parts: ['id-', { kind: 'bigint' }] },
      values: fc.bigInt().map((one) => `id-${one}`),
    },
    {
      type: { kind: 'json' },
      values: fc.jsonValue({ maxDepth: 2 }).map((one) => {
        // oxlint-disable-next-line typescript/no-unsafe-assignment -- JSON of a JSON value is one
        const value: JsonValue = JSON.parse(JSON.stringify(one).replaceAll('__proto__', 'x'));
        return value;
      }),
    },
  ];
}

/**
 * Types of every kind, with what else their values can hold.
 *
 * @param texts what stands where any text may
 */
export function typeWithJson(texts: Texts): fc.Arbitrary<TypeWithJson> {
  const leaf = fc.constantFrom(...leavesOf(texts));
  const holder = leaf.map((one) => holding(one, texts));
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: holder },
    { weight: 2, arbitrary: fc.tuple(leaf, leaf).map(([one, two]) => objectOf(one, two, texts)) },
    { weight: 1, arbitrary: holder.map((one) => holding(one, texts)) },
    { weight: 1, arbitrary: fc.constantFrom(...unions(texts), tree(texts)) },
  );
}

/** A list, a set, a map, a tuple, or a type with null around another. */
function holding({ type, values }: TypeWithJson, texts: Texts): TypeWithJson {
  // Neither is a key of JSON like others.
  const keys = texts.filter((key) => key !== '__proto__' && key !== 'constructor');
  const list = fc.array(values, { maxLength: 3 });
  const kinds: readonly TypeWithJson[] = [
    { type: { kind: 'array', items: type }, values: list },
    {
      type: { kind: 'set', items: type },
      values: fc.uniqueArray(values, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
    },
    {
      type: { kind: 'map', form: 'record', key: { kind: 'string' }, value: type },
      values: fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: true }),
    },
    {
      type: {
        kind: 'tuple',
        items: [
          { name: 'item1', type },
          { name: 'size', type: number },
        ],
      },
      values: fc.tuple(values, numbers),
    },
    type.kind === 'nullable' || type.kind === 'json'
      ? { type, values }
      : { type: { kind: 'nullable', inner: type }, values: fc.option(values) },
  ];
  // One of them by what the type is, so that the values of one type are of one kind.
  return kinds[JSON.stringify(type).length % kinds.length] ?? { type, values };
}

/** An object with an alias, an optional property and one of its own name. */
function objectOf(one: TypeWithJson, two: TypeWithJson, texts: Texts): TypeWithJson {
  return {
    type: {
      kind: 'object',
      properties: [
        { name: 'note', type: one.type },
        { name: 'dueDate', alias: 'due date', type: two.type, optional: true },
        { name: 'toString', type: { kind: 'nullable', inner: text }, optional: true },
        { name: 'size', type: number, default: 1 },
      ],
    },
    values: fc
      .record(
        // Where null is a value, an optional property is null or absent: both are tried.
        { note: one.values, dueDate: two.values, toString: fc.option(texts), size: numbers },
        { requiredKeys: ['note'] },
      )
      .map((value) => ({ ...value })),
  };
}

function unions(texts: Texts): readonly TypeWithJson[] {
  const variant = (kind: string, type: ValueType): ValueType => ({
    kind: 'object',
    properties: [
      { name: 'kind', type: { kind: 'enum', values: [kind] } },
      { name: 'team', type },
    ],
  });
  return [
    { type: { kind: 'union', variants: [text, number] }, values: fc.oneof(texts, numbers) },
    {
      type: { kind: 'union', variants: [{ kind: 'boolean' }, { kind: 'array', items: text }] },
      values: fc.oneof(fc.boolean(), fc.array(texts, { maxLength: 2 })),
    },
    {
      type: { kind: 'union', discriminator: 'kind', variants: [variant('a', text), variant('b', number)] },
      values: fc
        .oneof(
          fc.record({ kind: fc.constant('a'), team: texts }),
          fc.record({ kind: fc.constant('b'), team: numbers }),
        )
        .map((value) => ({ ...value })),
    },
  ];
}

function tree(texts: Texts): TypeWithJson {
  const self: ValueType = { kind: 'reference', name: 'Tree' };
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc
      .record({
        note: texts,
        inner: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('value'), { maxLength: 2 })),
      })
      .map((one) => ({ ...one })),
  }));
  return {
    type: {
      kind: 'recursive',
      name: 'Tree',
      type: {
        kind: 'object',
        properties: [
          { name: 'note', type: text },
          { name: 'inner', type: { kind: 'array', items: self } },
        ],
      },
    },
    values: value,
  };
}
