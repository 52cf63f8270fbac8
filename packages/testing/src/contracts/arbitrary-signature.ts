import type { FieldSpec, JsonValue, SignatureSpec } from '@sigil/spec';
import fc from 'fast-check';
import { typeWithJson, type TypeWithJson } from './arbitrary-value.js';
import { FIELD_NAMES } from './hostile-text.js';

/** A signature, and values of all its fields in the form that people write as JSON. */
export interface SignatureCase {
  readonly spec: SignatureSpec;
  /** What may be absent is in some of them. */
  readonly values: Readonly<Record<string, JsonValue>>;
}

interface FieldCase {
  readonly field: FieldSpec;
  readonly values: fc.Arbitrary<JsonValue | undefined>;
}

/**
 * Signatures with fields of every kind. The first output always has a value.
 *
 * @param texts what stands where any text may
 */
export function signatureCase(texts: fc.Arbitrary<string>): fc.Arbitrary<SignatureCase> {
  return fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...FIELD_NAMES), { minLength: 2, maxLength: 5 }),
      fc.array(typeWithJson(texts), { minLength: 5, maxLength: 5 }),
      fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
      fc.nat(3),
      fc.constantFrom('Do it.', 'Read the request.\n\nThen answer.', ''),
    )
    .chain(([names, types, ways, split, instructions]) => {
      const first = names.length - 1 - (split % (names.length - 1));
      const fields = names.map((name, at) =>
        fieldCase(name, at < first ? 'in' : 'out', types[at], ways[at] ?? 0, at === first),
      );
      const spec = { id: 'src/a.ts#A', instructions, fields: fields.map(({ field }) => field) };
      const record = Object.fromEntries(fields.map(({ field, values }) => [field.name, values]));
      return fc.record(record).map((values) => ({ spec, values: present(values) }));
    });
}

function fieldCase(
  name: string,
  direction: FieldSpec['direction'],
  held: TypeWithJson | undefined,
  way: number,
  isRequired: boolean,
): FieldCase {
  if (held === undefined) throw new TypeError('There are fewer types than fields.');
  const { type, values } = held;
  const field = {
    name,
    direction,
    type,
    ...(way === 0 ? { alias: name === 'team' ? 'squad' : `${name} text` } : {}),
  };
  const described = way === 1 ? { ...field, description: `What ${name} is. */ <b>` } : field;
  if (isRequired || way < 3) return { field: described, values };
  const mayBeAbsent = fc.option(values, { nil: undefined });
  if (way > 3 && direction === 'out' && type.kind === 'string')
    return { field: { ...described, default: 'none' }, values: mayBeAbsent };
  return { field: { ...described, optional: true }, values: mayBeAbsent };
}

function present(values: Readonly<Record<string, JsonValue | undefined>>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}
