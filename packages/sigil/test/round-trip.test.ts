import { fieldsToWire, fromJson, toJson, toPrompt, toWire } from '@sigil/schema';
import type { Adapter, JsonValue, SignatureSpec, ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeWithValues } from '../../schema/test/arbitrary.js';
import { adapters } from '../src/adapter/adapters.js';
import { chatAdapter } from '../src/adapter/chat-adapter.js';
import { markerSyntax } from '../src/template/field-marker.js';
import { hostileText } from './hostile-text.js';
import { moreTypes } from './more-types.js';

const typed = fc
  .oneof(typeWithValues, moreTypes)
  .chain(({ type, values }) => values.map((value) => ({ type, value })));

function signature(...outputs: readonly ValueType[]): SignatureSpec {
  const names = ['team', 'note'];
  const fields = outputs.map((type, at) => ({ name: names[at] ?? '', direction: 'out' as const, type }));
  const message = { name: 'message', direction: 'in' as const, type: { kind: 'string' as const } };
  return { id: 'a.ts#A', instructions: 'Do it.', fields: [message, ...fields] };
}

/** JSON as a file holds it: -0 is 0 there. */
function written(type: ValueType, value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(toJson(type, value)));
}

/** Outputs to compare: where a schema wants every property, defaults are written for what is absent. */
function comparable(
  { wantsSchema = false }: Adapter,
  { fields }: SignatureSpec,
  values: Readonly<Record<string, unknown>>,
): unknown {
  const outputs = fields.filter(({ direction }) => direction === 'out');
  return wantsSchema ? fieldsToWire(outputs, values) : values;
}

/** What the parser reads from the turn that a demo is written as. */
function readBack(adapter: Adapter, spec: SignatureSpec, demo: Readonly<Record<string, JsonValue>>) {
  const template = adapter.compile(spec, { demos: [{ message: 'm', ...demo }] });
  const answer = adapter.fill(template, spec, { message: 'm' }).at(2)?.content ?? '';
  return adapter.parse(spec, answer);
}

describe.each(adapters)('a demo of $id, read back', (adapter) => {
  it('holds the JSON that it was written from, for every type as the only output', () => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        const team = written(type, value);
        const { values, coercions } = readBack(adapter, signature(type), { team });
        const spec = signature(type);
        expect(comparable(adapter, spec, values)).toEqual(comparable(adapter, spec, { team }));
        // Nothing had to be guessed.
        expect(
          coercions.filter(({ kind }) => kind !== 'quotes-removed' && kind !== 'list-from-text'),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('holds it for two outputs of any types', () => {
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const [team, note] = [written(first.type, first.value), written(second.type, second.value)];
        const spec = signature(first.type, second.type);
        const read = readBack(adapter, spec, { team, note }).values;
        expect(comparable(adapter, spec, read)).toEqual(comparable(adapter, spec, { team, note }));
      }),
      { numRuns: 250 },
    );
  });
});

describe('JSON as people write it', () => {
  it('is the value of the program again', () => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        expect(toJson(type, fromJson(type, toJson(type, value) ?? null))).toEqual(toJson(type, value));
        expect(fromJson(type, toJson(type, value) ?? null)).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('one JSON object as the reply', () => {
  const ok = { name: 'ok', direction: 'out' as const, type: { kind: 'boolean' as const } };

  it.each<[string, (type: ValueType, json: JsonValue) => unknown]>([
    ['that wire schemas describe', toWire],
    ['that prompts show', toPrompt],
    ['that people write', (_, json) => json],
  ])('is read in the form %s', (_, write) => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        const json = written(type, value);
        const reply = JSON.stringify({ team: write(type, json), ok: true });
        // Tokens of chat templates are structure wherever they stand; `0` in a text may be either where any JSON may.
        fc.pre(!reply.includes('<') && !JSON.stringify(type).includes('"json"'));
        const spec = signature(type);
        const { values } = chatAdapter.parse({ ...spec, fields: [...spec.fields, ok] }, reply);
        expect(values).toEqual({ team: json, ok: true });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an input of any type', () => {
  const names = ['message', 'dueDate', 'team'];
  const syntax = markerSyntax(names);

  it('forges no marker', () => {
    const holder: fc.Arbitrary<{ type: ValueType; values: fc.Arbitrary<unknown> }> = fc.constantFrom(
      ...hostileText.holders,
    );
    fc.assert(
      fc.property(
        holder.chain(({ type, values }) => values.map((value) => ({ type, value }))),
        ({ type, value }) => {
          const spec: SignatureSpec = {
            ...signature({ kind: 'string' }),
            fields: names.map((name) => ({ name, direction: name === 'team' ? 'out' : 'in', type })),
          };
          const filled = chatAdapter.fill(chatAdapter.compile(spec), spec, {
            message: value,
            dueDate: value,
          });
          const found = syntax.find(filled.at(-1)?.content ?? '').map(({ name }) => name);
          expect(found).toEqual(['message', 'dueDate']);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
