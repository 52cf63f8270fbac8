import { toJson, wireSchema, type WireDialect } from '@sigil/schema';
import type { FieldSpec, JsonObject } from '@sigil/spec';
import { UnsupportedDialectError } from '@sigil/spec';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'sigil/zod';
import { describe, expect, it } from 'vitest';
import { fieldsWithValues } from '../../packages/schema/test/arbitrary.js';
import { generatedSchemas } from './generated-schemas.js';
import { nearMiss } from './near-miss.js';

const DIALECTS: readonly WireDialect[] = ['strict', 'anthropic', 'plain', 'llama'];
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);

const ajv = new Ajv2020({ strict: true, strictTypes: false, ownProperties: true, addUsedSchema: false });
addFormats.default(ajv);

/** What a validator of JSON schemas says, from the schema as it is sent. */
function validator(schema: JsonObject): ValidateFunction {
  return ajv.compile(JSON.parse(JSON.stringify(schema)));
}

const cases = fieldsWithValues.chain(({ fields, values }) => values.map((value) => ({ fields, value })));

/** A dialect's schema of some fields; undefined for a recursive type in a dialect that has none. */
function wireIn(dialect: WireDialect, fields: readonly FieldSpec[]): JsonObject | undefined {
  try {
    return wireSchema(fields, dialect);
  } catch (error) {
    if (error instanceof UnsupportedDialectError) return undefined;
    throw error;
  }
}

describe('a generated output schema', () => {
  it('encodes every value of the program, and reads it back', () => {
    fc.assert(
      fc.property(cases, ({ fields, value }) => {
        const { output } = generatedSchemas(fields);
        expect(z.decode(output, overTheWire(z.encode(output, value)))).toEqual(value);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(DIALECTS)('encodes what the wire schema of the dialect %s describes', (dialect) => {
    fc.assert(
      fc.property(cases, ({ fields, value }) => {
        const { output } = generatedSchemas(fields);
        const wire = wireIn(dialect, fields);
        if (wire === undefined) return;
        const validate = validator(wire);
        const isValid = validate(overTheWire(z.encode(output, value)));
        // llama's grammar ends after three levels, and so may refuse what is deeper.
        if (dialect === 'llama' && JSON.stringify(fields).includes('"recursive"')) return;
        expect([isValid, validate.errors]).toEqual([true, null]);
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('refuses every value that the wire schema refuses', () => {
    fc.assert(
      fc.property(
        cases.chain(({ fields, value }) =>
          fc
            .array(nearMiss(overTheWire(z.encode(generatedSchemas(fields).output, value))), {
              minLength: 10,
              maxLength: 20,
            })
            .map((misses) => ({ fields, misses })),
        ),
        ({ fields, misses }) => {
          const { output } = generatedSchemas(fields);
          const validators = (['strict', 'plain'] as const).map((dialect) =>
            validator(wireSchema(fields, dialect)),
          );
          const [strict, plain] = validators;
          for (const miss of misses) {
            if (!z.safeDecode(output, miss).success) continue;
            expect([plain?.(miss), plain?.errors, miss]).toEqual([true, null, miss]);
            expect([strict?.(miss), strict?.errors, miss]).toEqual([true, null, miss]);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('what is no value of the program', () => {
  it('is refused when it is encoded, never thrown at', () => {
    const misses = cases.chain(({ fields, value }) =>
      fc.array(otherInside(value), { minLength: 5, maxLength: 10 }).map((held) => ({ fields, held })),
    );
    fc.assert(
      fc.property(misses, ({ fields, held }) => {
        const { output } = generatedSchemas(fields);
        for (const value of held) {
          const encoded = z.safeEncode(output, value);
          if (!encoded.success) continue;
          // What it takes is a value: it is read back.
          expect(z.safeDecode(output, overTheWire(encoded.data)).error).toBe(undefined);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a generated input schema', () => {
  it('reads every value of the program from its JSON', () => {
    fc.assert(
      fc.property(cases, ({ fields, value }) => {
        const { input } = generatedSchemas(fields.map((field) => ({ ...field, direction: 'in' })));
        const json = toJson({ kind: 'object', properties: fields }, value);
        expect(z.decode(input, overTheWire(json))).toEqual(value);
      }),
      { numRuns: RUNS },
    );
  });
});

/** A value of the program with something else in one place. */
function otherInside(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.constantFrom<unknown>(
    null,
    undefined,
    1,
    '',
    1n,
    new Date(Number.NaN),
    new Date(8e15),
    new Set([1]),
    new Map([[1, 1]]),
    [],
    {},
  );
  const inside = membersOf(value);
  if (inside.length === 0) return other;
  return fc
    .constantFrom(...inside)
    .chain(({ held, put }) => otherInside(held).map(put))
    .chain((changed) => fc.oneof(other, { weight: 3, arbitrary: fc.constant(changed) }));
}

interface Member {
  readonly held: unknown;
  /** The whole with something else in the place of the member. */
  readonly put: (other: unknown) => unknown;
}

function membersOf(value: unknown): readonly Member[] {
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    return entries.flatMap(([key, held]) => [
      { held, put: (other) => new Map([...entries, [key, other]]) },
      { held: key, put: (other) => new Map([...entries, [other, held]]) },
    ]);
  }
  if (value instanceof Set) {
    const items = [...(value as Set<unknown>)];
    return items.map((held) => ({ held, put: (other) => new Set([...items, other]) }));
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((held, at) => ({ held, put: (other) => items.with(at, other) }));
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).map(([name, held]: [string, unknown]) => ({
    held,
    put: (other) => ({ ...value, [name]: other }),
  }));
}

/** A value as it is after it was text. */
function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
