import { fieldsToWire, fromJson, toJson } from '@sigil/schema';
import type { FieldSpec, JsonValue, SignatureSpec } from '@sigil/spec';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatedSchemas } from '../../../codegen/test/generated-schemas.js';
import { typeWithValues } from '../../schema/test/arbitrary.js';
import { adapters } from '../src/adapter/adapters.js';
import { moreTypes } from './more-types.js';

const typed = fc
  .oneof(typeWithValues, moreTypes)
  .chain(({ type, values }) => values.map((value) => ({ type, value })));

it.each(adapters)(
  '$id takes a value of any type from a demo through the generated schemas to the same value',
  (adapter) => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        const given: FieldSpec = { name: 'given', direction: 'in', type };
        const team: FieldSpec = { name: 'team', direction: 'out', type };
        const spec: SignatureSpec = { id: 'src/a.ts#A', instructions: 'Do it.', fields: [given, team] };
        // As a file holds it: -0 is 0 there.
        const json: JsonValue = JSON.parse(JSON.stringify(toJson(type, value)));
        const expected = fromJson(type, json);
        const { input, output } = generatedSchemas(spec.fields);
        expect(input.parse({ given: json })).toEqual({ given: expected });

        const template = adapter.compile(spec, { demos: [{ given: json, team: json }] });
        const answer = adapter.fill(template, spec, { given: value }).at(2)?.content ?? '';
        const { values } = adapter.parse(spec, answer);
        expect(output.parse(fieldsToWire([team], values))).toEqual({ team: expected });
      }),
      { numRuns: 60 },
    );
  },
);
