import { wireSchema } from '@sigil/schema';
import { chatAdapter } from 'sigil/adapter';
import { describe, expect, it } from 'vitest';
import { apply, plan, readSignature } from '../src/index.js';
import { Project, signature } from './project.js';

async function compiled(members: string, before = '') {
  const source = signature(members).replace('/** Route', `${before}\n\n/** Route`);
  const project = new Project({ 'src/ticket.ts': source });
  const planned = await plan({ root: project.root, adapters: [chatAdapter] });
  expect(planned.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  await apply(planned);
  const { Ticket, TicketInput, TicketOutput } = await project.load('src/ticket.gen.ts');
  const [spec] = planned.signatures;
  if (spec === undefined) throw new Error('The project has no signature.');
  const system: unknown = Ticket.template.messages[0].parts[0];
  const inputs = (values: object): unknown => TicketInput.parse(values);
  return { spec, system, wire: Ticket.wire, inputs, output: TicketOutput };
}

describe('@default', () => {
  it('stands for an input that is absent, as a value of the program', async () => {
    const { inputs } = await compiled(
      `
      /** @default 'en' */
      @InputField() language!: string;
      /** @default 2026-01-31 @format date */
      @InputField() day!: Date;
      /** @default 12 */
      @InputField() big!: bigint;
      /** @default { a: 1 } */
      @InputField() map!: Map<string, number>;
      /** @default High */
      @InputField() level!: Level;
      /** @default ['a'] */
      @InputField() set!: Set<string>;
      @OutputField() ok!: boolean;`,
      'enum Level { Low = 1, High = 2 }',
    );
    expect(inputs({})).toEqual({
      language: 'en',
      day: new Date('2026-01-31T00:00:00Z'),
      big: 12n,
      map: new Map([['a', 1]]),
      level: 2,
      set: new Set(['a']),
    });
    expect(inputs({ language: 'de', level: 1 })).toMatchObject({ language: 'de', level: 1 });
  });

  it('stands for an output that is null', async () => {
    const { output } = await compiled(`
      /** @default 2026-01-31T12:00:00Z */
      @OutputField() due!: Date;
      /** @default [{ sku: 'a' }] */
      @OutputField() items!: { /* in place */ sku: string }[];`);
    expect(output.parse({ due: null, items: null })).toEqual({
      due: new Date('2026-01-31T12:00:00Z'),
      items: [{ sku: 'a' }],
    });
  });
});

describe('@alias', () => {
  it('is what the model sees, in the prompt and in the wire schema; replies give the names', async () => {
    const { spec, system, wire, output } = await compiled(
      `
      /** The text. @alias text */
      @InputField() message!: string;
      /** @alias squad */
      @OutputField() team!: Team;
      @OutputField() order!: {
        /** @alias order_number */
        id: string;
      };`,
      `enum Team {
  /** Money. @alias finance */
  Billing = 'billing',
  Technical = 'technical',
}`,
    );
    expect(system).toBe(`Route a ticket.

You are given:
text: The text.

Answer with these lines and nothing else:
squad: finance or technical (finance: Money.)
order: JSON like { "order_number": string }`);
    expect(wire).toMatchObject({
      required: ['squad', 'order'],
      properties: {
        squad: { enum: ['finance', 'technical'] },
        order: { required: ['order_number'] },
      },
    });
    const values = { team: 'billing', order: { id: 'A1' } };
    for (const reply of [
      'squad: finance\norder: {"order_number": "A1"}',
      'team: Billing\norder: {"id": "A1"}',
      '{"squad": "billing", "order": {"order_number": "A1"}}',
    ]) {
      expect(chatAdapter.parse(spec, reply).values).toEqual(values);
    }
    expect(output.parse({ squad: 'finance', order: { order_number: 'A1' } })).toEqual(values);
  });
});

describe('tags about a field', () => {
  const members = `
      /** @title The town @example Rome @deprecated */
      @OutputField() city!: string;
      /** @examples [['a'], []] @default ['b'] */
      @OutputField() tags!: string[];`;

  it('are keywords where the dialect has them, and sentences elsewhere', async () => {
    const { spec, system, wire } = await compiled(members);
    expect(wireSchema(spec.fields, 'plain')).toMatchObject({
      properties: {
        city: { title: 'The town', description: 'The town', examples: ['Rome'], deprecated: true },
        tags: { examples: [['a'], []], default: ['b'] },
      },
    });
    expect(wire).toMatchObject({
      properties: {
        city: { description: 'The town. For example: Rome.' },
        tags: { description: 'For example: ["a"], []. null stands for ["b"].' },
      },
    });
    expect(system).toContain('city: text, for example Rome. The town');
    expect(system).toContain('tags: a JSON list of string, default ["b"], for example ["a"] or []');
  });

  it('are told apart in what is said of a stale file', async () => {
    const project = new Project({ 'src/ticket.ts': signature('  @OutputField() team!: string;') });
    await project.generate();
    const doc = "/** @alias squad @example 'a' @stream done @default 'b' */";
    project.write({ 'src/ticket.ts': signature(`  ${doc}\n  @OutputField() team!: string;`) });
    const { files } = await project.plan();
    expect(files[0]?.changes).toEqual([
      "Ticket: output 'team' has another default",
      "Ticket: output 'team' has another alias",
      "Ticket: output 'team' has other examples",
      "Ticket: output 'team' is streamed in another way",
    ]);
  });
});

describe('@json', () => {
  it('stands on a type that holds any JSON, as the hint says, and means all of it', async () => {
    const { output } = await compiled(
      `
      /** @json */
      @OutputField() map!: Map<string, unknown>;
      /** @json */
      @OutputField() record!: Record<string, unknown>;
      /** @json */
      @OutputField() list!: unknown[];
      /** @json */
      @OutputField() object!: { x: unknown };
      @OutputField() pair!: Pair;`,
      '/** @json */\ntype Pair = [unknown, { deep: object | null }];',
    );
    expect(
      output.parse({
        map: [{ key: 'a', value: '[1]' }],
        record: [{ key: 'a', value: '{"b":null}' }],
        list: ['1', '"x"'],
        object: { x: 'true' },
        pair: { item1: '2', item2: { deep: null } },
      }),
    ).toEqual({
      map: new Map([['a', [1]]]),
      record: { a: { b: null } },
      list: [1, 'x'],
      object: { x: true },
      pair: [2, { deep: null }],
    });
  });

  it.each(['Map<string, unknown>', 'unknown[]', '{ x: unknown }'])(
    'is wanted of an output, and its hint leads on: %s',
    (type) => {
      const source = (doc: string): string => `import { OutputField, Signature } from 'sigil';
@Signature()
export class Ticket {
  ${doc}
  @OutputField() o!: ${type};
}`;
      expect(() => readSignature(source('/** Any. */'), 'Ticket')).toThrow(
        "put '@json' into the comment above it to take any JSON",
      );
      expect(readSignature(source('/** Any. @json */'), 'Ticket').fields).toHaveLength(1);
      expect(() => readSignature(source('/** @json */').replaceAll('unknown', 'string'), 'Ticket')).toThrow(
        'and for types that hold them',
      );
    },
  );
});

describe('limits', () => {
  it('that the strict wire cannot carry are said in its description and in the prompt', async () => {
    const { system, wire } = await compiled(`
      /** A name. @minLength 2 @maxLength 5 */
      @OutputField() name!: string;
      /** @multipleOf 0.01 */
      @OutputField() price!: number;
      /** @uniqueItems */
      @OutputField() list!: string[];
      /** @format uri */
      @OutputField() link!: string;`);
    expect(system).toContain('name: text, 2 to 5 characters. A name.');
    expect(system).toContain('price: a number, a multiple of 0.01');
    expect(system).toContain('list: a JSON list of string, no item twice');
    expect(system).toContain('link: text, in the format uri');
    expect(wire).toMatchObject({
      properties: {
        name: { type: 'string', description: 'A name. 2 to 5 characters.' },
        price: { type: 'number', description: 'A multiple of 0.01.' },
        list: { description: 'No item twice.' },
        link: { type: 'string', description: 'Format: uri.' },
      },
    });
  });

  it('of an alias and of the field that uses it hold both', async () => {
    const { output } = await compiled(
      `
      /** @maximum 50 */
      @OutputField() share!: Percent | null;
      @OutputField() all!: Percent[];`,
      '/** @minimum 0 @maximum 100 */\ntype Percent = number;',
    );
    expect(output.safeParse({ share: 51, all: [] }).success).toBe(false);
    expect(output.safeParse({ share: -1, all: [] }).success).toBe(false);
    expect(output.safeParse({ share: null, all: [101] }).success).toBe(false);
    expect(output.safeParse({ share: 50, all: [100] }).success).toBe(true);
  });
});
