import { toJson, toWire, wireSchema } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeWithValues } from './arbitrary.js';

const ajv = new Ajv2020({ strict: true, ownProperties: true, strictTypes: false, addUsedSchema: false });
addFormats.default(ajv);

const cases = typeWithValues.chain(({ type, values }) => values.map((value) => ({ type, value })));

describe('the wire form of a value', () => {
  // The other dialects want null for what is left out; codegen/test/domain-and-wire.test.ts has all of them.
  it('fits the plain wire schema of its type', () => {
    fc.assert(
      fc.property(cases, ({ type, value }) => {
        const validate = ajv.compile(wireSchema([{ name: 'value', type }], 'plain'));
        const wire = { value: toWire(type, toJson(type, value)) };
        expect([validate(wire), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: 80 },
    );
  });

  it('is the same when it was in that form already', () => {
    fc.assert(
      // JSON as text is JSON too: it would become the text of a text.
      fc.property(
        cases.filter(({ type }) => !holdsJson(type)),
        ({ type, value }) => {
          const wire = toWire(type, toJson(type, value));
          expect(toWire(type, wire)).toEqual(wire);
        },
      ),
    );
  });
});

function holdsJson(type: ValueType): boolean {
  return JSON.stringify(type).includes('"kind":"json"');
}
