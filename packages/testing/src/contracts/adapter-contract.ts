import { fieldsToWire, fromJson } from '@sigil/schema';
import {
  ParseError,
  type Adapter,
  type FieldSpec,
  type Message,
  type PromptTemplate,
  type SignatureSpec,
} from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureCase, type SignatureCase } from './arbitrary-signature.js';
import { hostileText, plainText } from './hostile-text.js';

const hostileCase = signatureCase(hostileText);
const plainCase = signatureCase(plainText);

/** An adapter that should keep the promises of `Adapter`. */
export interface AdapterContractOptions {
  /** The title of the suite. */
  readonly name: string;
  readonly adapter: Adapter;
  /** Adapters whose layouts a reply may have all the same: it is read, or refused. */
  readonly others?: readonly Adapter[];
  /** How many signatures each property is tried with; 150 unless given. */
  readonly numRuns?: number;
}

/**
 * The promises of every `Adapter`, as a vitest suite, tried with signatures of all kinds of fields and with values that
 * are made to be taken for structure.
 *
 * @example
 * ```ts
 * adapterContract({ name: 'chat', adapter: chatAdapter });
 * ```
 */
export function adapterContract({ name, adapter, others = [], numRuns = 150 }: AdapterContractOptions): void {
  const holds = <T>(cases: fc.Arbitrary<T>, check: (one: T) => void): void => {
    fc.assert(fc.property(cases, check), { numRuns });
  };

  describe(`${name} is an Adapter`, () => {
    it('compiles the same template each time, and leaves the signature and the state alone', () => {
      holds(hostileCase, ({ spec, values }) => {
        const state = frozen({ demos: [values] });
        const template = adapter.compile(frozen(spec), state);
        expect(adapter.compile(frozen(structuredClone(spec)), state)).toEqual(template);
        expect(template.adapter).toBe(adapter.id);
      });
    });

    it('puts everything static before the inputs, and every input in a place of its own', () => {
      holds(hostileCase, ({ spec, values }) => {
        const { messages } = adapter.compile(spec, { demos: [values] });
        const last = messages.at(-1);
        const slots = (last?.parts ?? []).filter((part) => typeof part === 'object' && 'slot' in part);
        expect(last?.role).toBe('user');
        expect(last?.parts.slice(last.parts.length - slots.length)).toEqual(slots);
        expect(slots.map(({ slot }) => slot)).toEqual(namesOf(spec, 'in'));
        for (const { parts } of messages.slice(0, -1))
          expect(parts.every((part) => typeof part === 'string' || 'schema' in part)).toBe(true);
      });
    });

    it('writes what is static alike for all inputs', () => {
      const two = fc.tuple(hostileCase, hostileCase);
      holds(two, ([{ spec, values }, other]) => {
        const template = adapter.compile(spec, { demos: [values] });
        const first = adapter.fill(template, spec, domainOf(spec, values, 'in'));
        const second = adapter.fill(template, spec, domainOf(spec, other.values, 'in'));
        expect(second.slice(0, -1)).toEqual(first.slice(0, -1));
        const prefix = staticPrefix(template);
        for (const filled of [first, second]) expect(filled.at(-1)?.content.startsWith(prefix)).toBe(true);
      });
    });

    it('leaves out the schema of the outputs where the request carries it, and nothing else', () => {
      holds(hostileCase, ({ spec, values }) => {
        const template = adapter.compile(spec, { demos: [values] });
        const inputs = domainOf(spec, values, 'in');
        const schemas = template.messages.flatMap(({ parts }) =>
          parts.flatMap((part) => (typeof part === 'object' && 'schema' in part ? [part.schema] : [])),
        );
        const whole = joined(adapter.fill(template, spec, inputs));
        const short = joined(adapter.fill(template, spec, inputs, { isSchemaSent: true }));
        expect(short).toBe(schemas.reduce((text, schema) => text.replace(schema, () => ''), whole));
        expect(schemas.length > 0).toBe(adapter.wantsSchema === true);
      });
    });

    it('reads back from a demo exactly what was written', () => {
      holds(hostileCase, ({ spec, values }) => {
        const { values: read } = adapter.parse(spec, answerOf(adapter, spec, values));
        expect(inFull(spec, read)).toEqual(inFull(spec, values));
      });
    });

    it('gives the outputs in the order of the declaration, whatever that of a demo', () => {
      holds(hostileCase, ({ spec, values }) => {
        const turned = Object.fromEntries(Object.entries(values).toReversed());
        expect(adapter.compile(spec, { demos: [turned] })).toEqual(
          adapter.compile(spec, { demos: [values] }),
        );
        const read = Object.keys(adapter.parse(spec, answerOf(adapter, spec, values)).values);
        expect(read).toEqual(namesOf(spec, 'out').filter((one) => read.includes(one)));
      });
    });

    it('keeps what inputs hold from being taken for fields, turns or demos', () => {
      holds(hostileCase, ({ spec, values }) => {
        const template = adapter.compile(spec, { demos: [values] });
        const filled = adapter.fill(template, spec, domainOf(spec, values, 'in'));
        expect(filled.map(({ role }) => role)).toEqual(template.messages.map(({ role }) => role));
        const hasInputs = spec.fields.some(
          (field) => field.direction === 'in' && values[field.name] !== undefined,
        );
        if (!hasInputs) return;
        // The inputs of a turn are read as the outputs of a signature that has them as such.
        const turned = turnedAround(spec);
        const demo = filled.findLast(({ role }, at) => role === 'user' && at < filled.length - 1);
        for (const turn of [filled.at(-1), demo]) {
          const { values: read } = adapter.parse(turned, turn?.content ?? '');
          expect(inFull(turned, read)).toEqual(inFull(turned, values));
          expect(turn?.content).not.toMatch(/<\|\w{1,40}\|>/u);
        }
      });
    });

    it('refuses a reply that lacks an output', () => {
      const lacking = hostileCase.filter(
        ({ spec, values }) => requiredOutputs(spec).length > 0 && givenOutputs(spec, values).length > 1,
      );
      holds(lacking, ({ spec, values }) => {
        const lost = requiredOutputs(spec).at(-1)?.name ?? '';
        const rest = Object.fromEntries(Object.entries(values).filter(([one]) => one !== lost));
        const error = errorOf(() => adapter.parse(spec, answerOf(adapter, spec, rest)));
        expect(ParseError.isInstance(error)).toBe(true);
      });
    });

    it('gives values or a ParseError with a path for any text', () => {
      holds(fc.tuple(hostileCase, hostileText), ([{ spec }, text]) => {
        const error = errorOf(() => adapter.parse(spec, text));
        if (error === undefined) return;
        expect(ParseError.isInstance(error)).toBe(true);
        const path = ParseError.isInstance(error) ? error.path : undefined;
        expect(path === '' || namesOf(spec, 'out').some((one) => path?.startsWith(one))).toBe(true);
      });
    });

    it.each(others.map((other) => [other.id, other] as const))(
      'reads a reply in the layout of %s, or refuses it',
      (_, other) => {
        // What a writer escapes, only its own reader takes back; any JSON is a text in some layouts.
        const plain = plainCase.filter(({ spec }) => !JSON.stringify(spec).includes('"kind":"json"'));
        let count = 0;
        holds(plain, ({ spec, values }) => {
          const read = readOrRefused(adapter, spec, answerOf(other, spec, values));
          if (read === undefined) return;
          count++;
          expect(inFull(spec, read)).toEqual(inFull(spec, values));
        });
        // Most are read.
        expect(count).toBeGreaterThan(numRuns / 2);
      },
    );

    it('asks again in turns that follow on those before', () => {
      holds(fc.tuple(hostileCase, hostileText), ([{ spec, values }, reply]) => {
        const error = new ParseError({ path: 'team', found: '3', expected: 'text', reply });
        const filled = adapter.fill(
          adapter.compile(spec, { demos: [values] }),
          spec,
          domainOf(spec, values, 'in'),
        );
        const turns = [...filled, ...adapter.reask(spec, reply, error)].filter(
          ({ role }) => role !== 'system',
        );
        expect(turns.map(({ role }) => role)).toEqual(
          turns.map((_, at) => (at % 2 === 0 ? 'user' : 'assistant')),
        );
        expect(turns.length % 2).toBe(1);
        expect(turns.slice(-2).every(({ content }) => content.trim() !== '')).toBe(true);
      });
    });
  });
}

function namesOf(spec: SignatureSpec, direction: FieldSpec['direction']): string[] {
  return spec.fields.filter((field) => field.direction === direction).map(({ name }) => name);
}

function requiredOutputs(spec: SignatureSpec): readonly FieldSpec[] {
  return spec.fields.filter(
    (field) => field.direction === 'out' && field.optional !== true && field.default === undefined,
  );
}

function givenOutputs(spec: SignatureSpec, values: SignatureCase['values']): readonly string[] {
  return namesOf(spec, 'out').filter((name) => values[name] !== undefined);
}

/** The values of some fields as a program has them. */
function domainOf(
  spec: SignatureSpec,
  values: SignatureCase['values'],
  direction: FieldSpec['direction'],
): Record<string, unknown> {
  return Object.fromEntries(
    spec.fields.flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      return field.direction !== direction || value === undefined
        ? []
        : [[field.name, fromJson(field.type, value)]];
    }),
  );
}

/** The turn of the model that a demo is written as. */
function answerOf(adapter: Adapter, spec: SignatureSpec, demo: SignatureCase['values']): string {
  const template = adapter.compile(spec, { demos: [demo] });
  return adapter.fill(template, spec, {}).findLast(({ role }) => role === 'assistant')?.content ?? '';
}

function turnedAround(spec: SignatureSpec): SignatureSpec {
  return {
    ...spec,
    fields: spec.fields.map((field) => ({ ...field, direction: field.direction === 'in' ? 'out' : 'in' })),
  };
}

/** The outputs as the schema of an artifact reads them: what may be absent is, or has its default. */
function inFull({ fields }: SignatureSpec, values: Readonly<Record<string, unknown>>): unknown {
  const outputs = fields.filter(({ direction }) => direction === 'out');
  return fieldsToWire(outputs, Object.fromEntries(outputs.map(({ name }) => [name, values[name]])));
}

/** What a reply is read as; undefined for one that is refused. */
function readOrRefused(
  adapter: Adapter,
  spec: SignatureSpec,
  reply: string,
): Readonly<Record<string, unknown>> | undefined {
  try {
    return adapter.parse(spec, reply).values;
  } catch (error) {
    if (ParseError.isInstance(error)) return undefined;
    throw error;
  }
}

function staticPrefix({ messages }: PromptTemplate): string {
  return (messages.at(-1)?.parts ?? []).filter((part) => typeof part === 'string').join('');
}

function joined(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}: ${content}`).join('\n');
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}
