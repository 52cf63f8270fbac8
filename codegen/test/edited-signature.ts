import type { JsonValue } from '@sigil/spec';
import * as fc from 'fast-check';

/** A type of a field: how it is written, and values of it as people write them in demos. */
export interface SampleType {
  readonly kind: string;
  readonly text: string;
  /** JSDoc tags of the field. */
  readonly tags: string;
  readonly value: fc.Arbitrary<JsonValue>;
}

/** A field of a signature that is about to be edited. */
export interface SampleField {
  readonly name: string;
  readonly direction: 'in' | 'out';
  readonly type: SampleType;
  readonly optional: boolean;
  readonly doc: string;
  readonly alias: string;
}

/** A signature that is about to be edited. */
export interface SampleSignature {
  readonly doc: string;
  readonly fields: readonly SampleField[];
}

const names = ['body', 'text', 'team', 'score', 'note', 'tags', 'when', 'kind', 'order', 'links'];
const members = ['billing', 'technical', 'sales', 'other'];
const words = fc.constantFrom('I was charged twice.', 'It does not start.', 'a', 'Hello?', '');

const type = (kind: string, text: string, value: fc.Arbitrary<JsonValue>, tags = ''): SampleType => ({
  kind,
  text,
  value,
  tags,
});

const enumType = fc
  .shuffledSubarray(members, { minLength: 1 })
  .map((values) => type('enum', values.map((value) => `'${value}'`).join(' | '), fc.constantFrom(...values)));
const limitedText = fc.integer({ min: 1, max: 20 }).map((most) =>
  type(
    'string',
    'string',
    words.map((word) => word.slice(0, most)),
    ` @maxLength ${most}`,
  ),
);
const limitedNumber = fc
  .integer({ min: 0, max: 5 })
  .map((most) => type('number', 'number', fc.integer({ min: 0, max: most }), ` @minimum 0 @maximum ${most}`));
const dates = fc.constantFrom<JsonValue>('2026-01-31T12:00:00.000Z', '1999-12-31T23:59:59Z');

/** One of every kind that differs in how its values are written, checked or embedded. */
const anyType: fc.Arbitrary<SampleType> = fc.oneof(
  fc.constant(type('string', 'string', words)),
  limitedText,
  fc.constant(
    type(
      'number',
      'number',
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
    ),
  ),
  limitedNumber,
  fc.constant(type('boolean', 'boolean', fc.boolean())),
  enumType,
  enumType,
  fc.constant(type('null', 'string | null', fc.option(words))),
  fc.constant(type('list', 'string[]', fc.array(words, { maxLength: 3 }))),
  fc.constant(type('list', 'number[]', fc.array(fc.integer(), { maxLength: 3 }))),
  fc.constant(type('set', "Set<'x' | 'y'>", fc.subarray(['x', 'y']))),
  fc.constant(type('date', 'Date', dates)),
  fc.constant(type('bigint', 'bigint', fc.bigInt().map(String))),
  fc.constant(
    type(
      'tuple',
      '[string, number]',
      fc.tuple(words, fc.integer()).map((pair) => [...pair]),
    ),
  ),
  fc.constant(type('map', 'Record<string, number>', fc.dictionary(fc.constantFrom('x', 'y'), fc.integer()))),
  fc.constant(type('map', 'Map<string, Date>', fc.dictionary(fc.constantFrom('x', 'y'), dates))),
  fc.constant(
    type(
      'object',
      '{ sku: string; count?: number }',
      fc.record({ sku: words, count: fc.integer() }, { requiredKeys: ['sku'] }),
    ),
  ),
  fc.constant(
    type('tree', 'Tree', fc.constantFrom<JsonValue>({ name: 'a', inner: [{ name: 'b', inner: [] }] })),
  ),
);

const anyField = fc.record({
  name: fc.constantFrom(...names),
  direction: fc.constantFrom('in' as const, 'out' as const),
  type: anyType,
  optional: fc.boolean(),
  doc: fc.constantFrom('', '', 'Read it well.'),
  alias: fc.constantFrom('', '', '', 'shown'),
});

const unique = (fields: readonly SampleField[]): readonly SampleField[] =>
  fields.filter((field, at) => fields.findIndex(({ name }) => name === field.name) === at);

/** Only one field can have the alias. */
const oneAlias = (fields: readonly SampleField[]): readonly SampleField[] => {
  const first = fields.find(({ alias }) => alias !== '');
  return fields.map((field) => (field === first ? field : { ...field, alias: '' }));
};

export const anySignature: fc.Arbitrary<SampleSignature> = fc.record({
  doc: fc.constantFrom('Route a ticket.', 'Answer.'),
  fields: fc.array(anyField, { minLength: 1, maxLength: 6 }).map(unique).map(oneAlias),
});

type Edit = (signature: SampleSignature) => SampleSignature;

const onFields =
  (change: (fields: readonly SampleField[]) => readonly SampleField[]): Edit =>
  (signature) => ({ ...signature, fields: oneAlias(unique(change(signature.fields))) });

/** Changes one field, whichever it is. */
const onField = (
  at: number,
  change: (field: SampleField, all: readonly SampleField[]) => readonly SampleField[],
): Edit =>
  onFields((fields) =>
    fields.flatMap((field, index) => (index === at % fields.length ? change(field, fields) : [field])),
  );

const place = fc.nat({ max: 5 });

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anyField, place).map(([field, at]) => onFields((all) => all.toSpliced(at, 0, field))),
  place.map((at) => onField(at, (field, all) => (all.length > 1 ? [] : [field]))),
  fc
    .tuple(place, fc.constantFrom(...names))
    .map(([at, name]) =>
      onField(at, (field, all) => (all.some((one) => one.name === name) ? [field] : [{ ...field, name }])),
    ),
  // Two fields take each other's names.
  fc.tuple(place, place).map(([a, b]) =>
    onFields((all) => {
      const [first, second] = [all[a % all.length], all[b % all.length]];
      if (first === undefined || second === undefined) return all;
      return all.map((field) =>
        field === first
          ? { ...first, name: second.name }
          : field === second
            ? { ...second, name: first.name }
            : field,
      );
    }),
  ),
  fc.tuple(place, anyType).map(([at, now]) => onField(at, (field) => [{ ...field, type: now }])),
  fc.tuple(place, enumType).map(([at, now]) => onField(at, (field) => [{ ...field, type: now }])),
  fc.constant(onFields((all) => all.toReversed())),
  place.map((at) =>
    onField(at, (field) => [
      { ...field, direction: field.direction === 'in' ? ('out' as const) : ('in' as const) },
    ]),
  ),
  place.map((at) => onField(at, (field) => [{ ...field, optional: !field.optional }])),
  fc
    .tuple(place, fc.constantFrom('', 'In other words.'))
    .map(([at, doc]) => onField(at, (field) => [{ ...field, doc }])),
  fc
    .tuple(place, fc.constantFrom('', 'renamed'))
    .map(([at, alias]) => onField(at, (field) => [{ ...field, alias }])),
  fc.constantFrom('Route it.', 'Answer.').map((doc): Edit => (signature) => ({ ...signature, doc })),
);

/** One to four edits, one after the other. */
export const anyEdits: fc.Arbitrary<Edit> = fc
  .array(anyEdit, { minLength: 1, maxLength: 4 })
  .map((edits) => (signature) => edits.reduce((edited, edit) => edit(edited), signature));

/** Values for all fields, or for as many as a demo has to have. */
export function demoOf(
  { fields }: SampleSignature,
  isWhole: boolean,
): fc.Arbitrary<Record<string, JsonValue>> {
  const values = Object.fromEntries(fields.map((field) => [field.name, field.type.value]));
  const needed = fields.filter((field) => isWhole || (field.direction === 'out' && !field.optional));
  return fc.record(values, { requiredKeys: needed.map(({ name }) => name) });
}

/** The members of the class, as source. */
export function membersOf({ fields }: SampleSignature): string {
  return fields
    .map(({ name, direction, type: { text, tags }, optional, doc, alias }) => {
      const comment = `${doc}${tags}${alias === '' ? '' : ` @alias ${alias}`}`.trim();
      const decorator = direction === 'in' ? 'InputField' : 'OutputField';
      return `${comment === '' ? '' : `  /** ${comment} */\n`}  @${decorator}() ${name}${optional ? '?' : '!'}: ${text};`;
    })
    .join('\n');
}
