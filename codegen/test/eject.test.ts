import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fieldsToWire, fromJson, inDeclaredOrder, toJson } from '@sigil/schema';
import { UsageError, type FieldSpec, type JsonValue, type SignatureSpec, type ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { adapterById, fieldPatterns } from 'sigil/adapter';
import { ts } from 'ts-morph';
import { afterAll, describe, expect, it } from 'vitest';
import { typeWithValues } from '../../packages/schema/test/arbitrary.js';
import { hostileText } from '../../packages/sigil/test/hostile-text.js';
import { ejectedFile } from '../src/eject/ejected-file.js';
import { generatedSchemas } from './generated-schemas.js';

interface Ejected {
  render(inputs: object): unknown;
  parse(reply: string): unknown;
}

const ADAPTERS = ['chat/1', 'xml/1', 'json/1', 'compact/1'] as const;

function textOf(spec: SignatureSpec, adapter: string): string {
  return ejectedFile({
    name: 'A',
    spec,
    template: adapterById(adapter).compile(spec),
    markers: fieldPatterns(adapter, spec),
    model: 'some-model',
    settings: {},
    command: 'sigil eject',
  });
}

const folder = mkdtempSync(join(tmpdir(), 'sigil-eject-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

async function load(text: string): Promise<Ejected> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const file = join(folder, `${(count += 1)}.mjs`);
  writeFileSync(file, outputText);
  const loaded: unknown = await import(pathToFileURL(file).href);
  return loaded as Ejected;
}

/** The file of a signature; undefined for one with values that it refuses. */
async function eject(spec: SignatureSpec, adapter: string): Promise<Ejected | undefined> {
  try {
    return await load(textOf(spec, adapter));
  } catch (error) {
    if (UsageError.isInstance(error)) return undefined;
    throw error;
  }
}

const hostile = { type: { kind: 'string' } as const, values: hostileText.texts };

const fields = fc
  .tuple(
    fc.oneof(typeWithValues, fc.constant(hostile)),
    fc.constantFrom<Partial<FieldSpec>>({}, {}, { optional: true }, { alias: 'Due date' }),
  )
  .map(([one, more]) => ({ ...one, more }));

const signatures = fc
  .tuple(fields, fields, fields, fields, fc.constantFrom(...ADAPTERS))
  .chain(([a, b, c, d, adapter]) => {
    const named = [
      { ...a, name: 'message', direction: 'in' as const },
      { ...b, name: 'team', direction: 'in' as const },
      { ...c, name: 'note', direction: 'out' as const },
      { ...d, name: 'dueDay', direction: 'out' as const },
    ];
    const spec: SignatureSpec = {
      id: 'src/a.ts#A',
      instructions: 'Do it.\nAnd well.',
      fields: named.map(({ name, direction, type, more }, at) => ({
        name,
        direction,
        type,
        ...(more.alias === undefined || at % 2 === 0 ? more : {}),
      })),
    };
    const values = fc.record(
      Object.fromEntries(
        named.map(({ name, values: of, more }) => [
          name,
          more.optional === true ? fc.option(of, { nil: undefined }) : of,
        ]),
      ),
    );
    return fc.record({
      spec: fc.constant(spec),
      adapter: fc.constant(adapter),
      values: fc.array(values, { minLength: 3, maxLength: 3 }),
    });
  });

/** As the input schema of an artifact gives it: JSON in the order of the declaration. */
function written(type: ValueType, value: unknown): JsonValue {
  const json: JsonValue = JSON.parse(JSON.stringify(toJson(type, value) ?? null));
  return inDeclaredOrder(type, json);
}

function jsonOf(spec: SignatureSpec, direction: string, values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    spec.fields
      .filter((field) => field.direction === direction && values[field.name] !== undefined)
      .map(({ name, type }) => [name, written(type, values[name])]),
  );
}

describe('an ejected file', () => {
  it('writes the prompt that the adapter writes, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(signatures, async ({ spec, adapter, values }) => {
        const ejected = await eject(spec, adapter);
        if (ejected === undefined) return;
        const template = adapterById(adapter).compile(spec);
        for (const one of values) {
          const inputs = Object.fromEntries(['message', 'team'].map((name) => [name, one[name]]));
          const messages = adapterById(adapter).fill(template, spec, jsonOf(spec, 'in', one));
          expect(ejected.render(inputs)).toEqual(messages);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads what a model writes that keeps to the layout', async () => {
    await fc.assert(
      fc.asyncProperty(signatures, async ({ spec, adapter, values }) => {
        const ejected = await eject(spec, adapter);
        if (ejected === undefined) return;
        for (const one of values) {
          const outputs = jsonOf(spec, 'out', one);
          const demo = { message: 'm', ...outputs };
          const template = adapterById(adapter).compile(spec, { demos: [demo] });
          const answer = template.messages.find(({ role }) => role === 'assistant');
          const wanted = Object.fromEntries(
            spec.fields.flatMap(({ name, type }) =>
              outputs[name] === undefined ? [] : [[name, fromJson(type, outputs[name])]],
            ),
          );
          if (answer === undefined) continue;
          expect(ejected.parse(answer.parts.join(''))).toEqual(wanted);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads other replies as Sigil does, or refuses them', async () => {
    const bits = fc.constantFrom(...BITS);
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), bits), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        signatures,
        fc.array(edits, { minLength: 20, maxLength: 20 }),
        async (signature, all) => {
          const { spec, adapter, values } = signature;
          const ejected = await eject(spec, adapter);
          if (ejected === undefined) return;
          for (const [at, one] of all.entries()) {
            let reply = answerOf(spec, adapter, values[at % values.length] ?? {});
            for (const [place, length, bit] of one) {
              const from = place % (reply.length + 1);
              reply = reply.slice(0, from) + bit + reply.slice(from + length);
            }
            const read = outcome(() => ejected.parse(reply));
            if ('error' in read) continue;
            expect({ reply, ...outcome(() => sigilReads(spec, adapter, reply)) }).toEqual({
              reply,
              ...read,
            });
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});

const BITS = [
  '',
  '\n',
  ' ',
  '"',
  'null',
  'note: ',
  '\nnote: x',
  '\ndueDay: x',
  '<note>',
  '</note>',
  '\\',
  '</think>',
  '<|im_end|>',
  '</s>',
  '```\n',
  'Sure:\n',
  '**',
  '{',
  '}',
  ',',
  '1',
  '- ',
  '\u2028',
];

function answerOf(spec: SignatureSpec, adapter: string, values: Readonly<Record<string, unknown>>): string {
  const demo = { message: 'm', ...jsonOf(spec, 'out', values) };
  const { messages } = adapterById(adapter).compile(spec, { demos: [demo] });
  return messages.find(({ role }) => role === 'assistant')?.parts.join('') ?? '';
}

/** The outputs that a prediction gives for a reply. */
function sigilReads(spec: SignatureSpec, adapter: string, reply: string): unknown {
  const { values } = adapterById(adapter).parse(spec, reply);
  return generatedSchemas(spec.fields).output.parse(fieldsToWire(spec.fields, values));
}

function outcome(read: () => unknown): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: read() };
  } catch (error) {
    return { error: String(error) };
  }
}
