import { fieldsToWire } from '@sigil/schema';
import fc from 'fast-check';
import { chatAdapter } from 'sigil/adapter';
import { z } from 'sigil/zod';
import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

/** All that JavaScript gives to objects, but for the two names that change an object when they are set. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'length', 'name'].filter(
  (name) => name !== '__proto__' && name !== 'constructor',
);

const members = (decorator: string): string =>
  NAMES.map((name, at) => {
    const type = at % 2 === 0 ? 'string' : '{ toString: string; valueOf?: string; hasOwnProperty: string[] }';
    return `  @${decorator}() ${name}!: ${type};`;
  }).join('\n');

/** A value for each field, as the program and as JSON has it. */
const values = fc.tuple(
  ...NAMES.map((_, at) => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    return at % 2 === 0
      ? word
      : fc.record(
          { toString: word, valueOf: word, hasOwnProperty: fc.array(word, { maxLength: 2 }) },
          { requiredKeys: ['toString', 'hasOwnProperty'], noNullPrototype: true },
        );
  }),
);

describe('a field with a name that every JavaScript object has', () => {
  it.each(['InputField', 'OutputField'])(
    'is compiled, checked and read like any other: @%s',
    async (decorator) => {
      const project = new Project({ 'src/ticket.ts': signature(members(decorator)) });
      const { plan } = await project.generate();
      expect(plan.diagnostics).toEqual([]);
      const { Ticket, TicketInput, TicketOutput } = await project.load('src/ticket.gen.ts');
      const schema = decorator === 'InputField' ? TicketInput : TicketOutput;
      fc.assert(
        fc.property(values, (list) => {
          const value = Object.fromEntries(NAMES.map((name, at) => [name, list[at]]));
          // What an output leaves out is null on the wire.
          const isInput = decorator === 'InputField';
          const given = isInput ? value : fieldsToWire(Ticket.spec.fields, value);
          expect(schema.parse(given)).toEqual(value);
          expect(z.encode(schema, schema.parse(given))).toMatchObject(value);
          for (const name of NAMES) {
            const without = Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
            expect(schema.safeParse(without).success).toBe(false);
          }
          // Given in a prompt, or read from a reply in either layout.
          const lines = NAMES.map((name) => {
            const shown = value[name];
            return `${name}: ${typeof shown === 'string' ? shown : JSON.stringify(shown)}`;
          });
          const messages = isInput ? chatAdapter.fill(Ticket.template, Ticket.spec, value) : lines;
          for (const name of NAMES) expect(JSON.stringify(messages)).toContain(`${name}: `);
          const wanted = isInput ? {} : value;
          expect(chatAdapter.parse(Ticket.spec, lines.join('\n')).values).toEqual(wanted);
          expect(chatAdapter.parse(Ticket.spec, JSON.stringify(value)).values).toEqual(wanted);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('is refused where setting it would change the object: __proto__ and constructor', async () => {
    for (const name of ['__proto__', 'constructor']) {
      const project = new Project({
        'src/ticket.ts': signature(`  @OutputField() a!: { '${name}': string };`),
      });
      expect((await project.plan()).diagnostics).toMatchObject([{ code: 'SIGIL2013', path: ['a', name] }]);
    }
  });
});

describe('a field with a name in quotes', () => {
  const names = [
    'two words',
    "it's",
    'say "hi"',
    '`tick`',
    '*star*',
    '-dash',
    '1. first',
    'a > b',
    '[[x]]',
    'ünï',
    '5',
    'a.b',
    '#hash',
    'c$',
    '(p)',
    'ends.',
  ];

  it('is shown and read as it is', async () => {
    const both = names.flatMap((name) => [
      `  @InputField() ${JSON.stringify(`in ${name}`)}!: string;`,
      `  @OutputField() ${JSON.stringify(name)}!: string;`,
    ]);
    const project = new Project({ 'src/ticket.ts': signature(both.join('\n')) });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    const { Ticket, TicketInput, TicketOutput } = await project.load('src/ticket.gen.ts');
    const inputs = Object.fromEntries(names.map((name, at) => [`in ${name}`, `${name}: ${at}`]));
    const messages = chatAdapter.fill(Ticket.template, Ticket.spec, TicketInput.parse(inputs));
    const shown = messages.map(({ content }: { content: unknown }) => content).join('\n');
    for (const name of names) expect(shown).toContain(`in ${name}: `);
    const outputs = Object.fromEntries(names.map((name, at) => [name, `value ${at}`]));
    const lines = names.map((name) => `${name}: ${outputs[name] ?? ''}`).join('\n');
    expect(chatAdapter.parse(Ticket.spec, lines).values).toEqual(outputs);
    expect(chatAdapter.parse(Ticket.spec, JSON.stringify(outputs)).values).toEqual(outputs);
    expect(TicketOutput.parse(outputs)).toEqual(outputs);
  });

  it('is refused where no line can begin with it, unless an alias stands for it', async () => {
    for (const name of ['a:b', 'a\nb', ' a', 'a\\b', '$$', '']) {
      const member = `@OutputField() ${JSON.stringify(name)}!: string;`;
      const project = new Project({ 'src/ticket.ts': signature(member) });
      expect((await project.plan()).diagnostics).toMatchObject([
        { code: 'SIGIL2013', hint: expect.stringContaining('@alias') },
      ]);
      project.write({ 'src/ticket.ts': signature(`/** @alias shown */\n${member}`) });
      const { plan } = await project.generate();
      expect(plan.diagnostics).toEqual([]);
      const { Ticket } = await project.load('src/ticket.gen.ts');
      expect(chatAdapter.parse(Ticket.spec, 'shown: x').values).toEqual({ [name]: 'x' });
    }
  });
});

describe('a signature without outputs', () => {
  it('asks for nothing, and takes any reply for an answer', async () => {
    const project = new Project({ 'src/ticket.ts': signature('  @InputField() message!: string;') });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    const { Ticket, TicketOutput } = await project.load('src/ticket.gen.ts');
    const template = chatAdapter.compile(Ticket.spec);
    const messages = chatAdapter.fill(template, Ticket.spec, { message: 'Hello' });
    expect(messages).toEqual([
      { role: 'system', content: 'Route a ticket.' },
      { role: 'user', content: 'Route a ticket.\nmessage: Hello' },
    ]);
    for (const reply of ['', 'Hi!', 'message: x', '{ "a": 1 }']) {
      const { values: answered } = chatAdapter.parse(Ticket.spec, reply);
      expect(TicketOutput.parse(answered)).toEqual({});
    }
  });
});
