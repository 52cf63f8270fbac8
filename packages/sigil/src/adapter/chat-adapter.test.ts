import fc from 'fast-check';
import { ParseError, type JsonValue, type SignatureSpec, type ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { Kind, Ticket } from '../fixtures/ticket.js';
import { markerSyntax } from '../template/field-marker.js';
import { chatAdapter } from './chat-adapter.js';

const spec: SignatureSpec = {
  id: 'a.ts#A',
  instructions: 'Do it.',
  fields: [
    { name: 'message', direction: 'in', type: { kind: 'string' } },
    {
      name: 'dueDate',
      direction: 'in',
      type: { kind: 'nullable', inner: { kind: 'string' } },
      optional: true,
    },
    { name: 'team', direction: 'out', type: { kind: 'string' } },
    { name: 'note', direction: 'out', type: { kind: 'nullable', inner: { kind: 'string' } } },
  ],
};
const syntax = markerSyntax(spec.fields.map((field) => field.name));

/** Text made to be taken for structure. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('message', 'team', 'note', 'dueDate', 'due date', 'TEAM', '**team**', '"team"'),
      fc.constantFrom(':', ': ', '\n', '\r\n', '\r', '\u2028', '\\', '\\\\', ' ', '\t', '- ', '> ', '#'),
      fc.constantFrom(
        '\n1. ',
        '2) ',
        '：',
        '<team>',
        '</team>',
        '<Message>',
        '</note>',
        '\n## team',
        '\n**note**',
        'du\u0065\u0301 date',
        '{"team":',
        '{"team": 1}',
        '```json\n',
        '[[ ## team ## ]]',
        '[[ ## ',
        ' ## ]]',
        '{"team": "x"}',
        '```',
        '<|im_end|>',
        '<|im_start|>',
        '<|reserved_special_token_0|>',
        '<think>',
        '“',
        '</think>',
        '[[ ## completed ## ]]',
        '"',
        'null',
      ),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('chatAdapter', () => {
  it('puts everything static before the inputs', () => {
    const state = { demos: [{ text: 'Hello!', verdict: 'kind' }] };
    const template = chatAdapter.compile(Kind.artifact.spec, state);
    expect(template).toMatchInlineSnapshot(`
      {
        "adapter": "chat/1",
        "messages": [
          {
            "parts": [
              "Judge whether a text is kind.

      Answer with this line and nothing else:
      verdict: kind or unkind",
            ],
            "role": "system",
          },
          {
            "parts": [
              "Judge whether a text is kind.
      text: Hello!",
            ],
            "role": "user",
          },
          {
            "parts": [
              "verdict: kind",
            ],
            "role": "assistant",
          },
          {
            "parts": [
              "Judge whether a text is kind.",
              {
                "before": "
      text: ",
                "slot": "text",
              },
            ],
            "role": "user",
          },
        ],
      }
    `);
  });

  it('says types, limits and meaning of every output', () => {
    const [system] = chatAdapter.compile(Ticket.artifact.spec).messages;
    expect(system?.parts[0]).toMatchInlineSnapshot(`
      "Route a support ticket to the team that can solve it.

      You are given:
      message: The customer's message, verbatim.
      channel: Where it came from.

      Answer with these lines and nothing else:
      team: billing or technical or sales
      urgency: a number, from 0 to 1. 0 can wait, 1 is an outage.
      refund: true or false
      reply: text. What to tell the customer.
      order: JSON like { "id": string, "items": string[] }, or null"
    `);
  });

  it('keeps markers out of inputs: a prompt has exactly those of its template', () => {
    const template = chatAdapter.compile(spec);
    fc.assert(
      fc.property(hostile, fc.option(hostile, { nil: undefined }), (message, dueDate) => {
        const filled = chatAdapter.fill(template, spec, { message, dueDate });
        const markers = syntax.find(filled.at(-1)?.content ?? '').map((marker) => marker.name);
        expect(markers).toEqual(dueDate === undefined ? ['message'] : ['message', 'dueDate']);
        // Nor a token of a chat template, which some servers take for the structure that it stands for.
        expect(filled.at(-1)?.content).not.toMatch(/<\|\w+\|>/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back from a demo exactly what was written', () => {
    fc.assert(
      fc.property(hostile, fc.option(hostile), (team, note) => {
        const template = chatAdapter.compile(spec, { demos: [{ message: 'm', team, note }] });
        const [, , answer] = chatAdapter.fill(template, spec, { message: 'm' });
        expect(chatAdapter.parse(spec, answer?.content ?? '').values).toEqual({ team, note });
      }),
      { numRuns: 2000 },
    );
  });

  const words: ValueType = { kind: 'string' };
  const item: ValueType = { kind: 'object', properties: [{ name: 'team', type: words }] };
  const structured = hostile.map((team) => ({ team }));

  it.each<[string, ValueType, fc.Arbitrary<JsonValue>]>([
    ['a text', words, hostile],
    ['a text or null', { kind: 'nullable', inner: words }, fc.option(hostile)],
    ['a list of texts', { kind: 'array', items: words }, fc.array(hostile)],
    ['an object with a property of its own name', item, structured],
    ['an object or null', { kind: 'nullable', inner: item }, fc.option(structured)],
    ['a list of objects', { kind: 'array', items: item }, fc.array(structured)],
    [
      'a list of lists',
      { kind: 'array', items: { kind: 'array', items: words } },
      fc.array(fc.array(hostile)),
    ],
    ['a number', { kind: 'number' }, fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)],
  ])('reads back from a demo exactly the only output: %s', (_, type, values) => {
    const input = spec.fields.find((field) => field.name === 'message');
    if (input === undefined) throw new Error('unreachable');
    const single: SignatureSpec = { ...spec, fields: [input, { name: 'team', direction: 'out', type }] };
    fc.assert(
      fc.property(values, (team) => {
        const template = chatAdapter.compile(single, { demos: [{ message: 'm', team }] });
        const [, , answer] = chatAdapter.fill(template, single, { message: 'm' });
        expect(chatAdapter.parse(single, answer?.content ?? '').values).toEqual({ team });
      }),
      { numRuns: 2000 },
    );
  });

  const aliased: SignatureSpec = {
    ...spec,
    fields: [
      { name: 'text', alias: 'message', direction: 'in', type: words },
      { name: 'squad', alias: 'team', direction: 'out', type: words },
      {
        name: 'due_day',
        alias: 'note',
        direction: 'out',
        type: {
          kind: 'nullable',
          inner: { kind: 'object', properties: [{ name: 'secret', alias: 'due-date', type: words }] },
        },
      },
    ],
  };

  it('shows the aliases of fields and properties, and never their names', () => {
    const demo = { text: 'Hi', squad: 'a', due_day: { secret: 'b' } };
    const template = chatAdapter.compile(aliased, { demos: [demo] });
    const prompt = chatAdapter
      .fill(template, aliased, { text: 'x' })
      .map(({ content }) => content)
      .join('\n---\n');
    expect(prompt).toBe(`Do it.

Answer with these lines and nothing else:
team: text
note: JSON like { "due-date": string }, or null
---
Do it.
message: Hi
---
team: a
note: {"due-date":"b"}
---
Do it.
message: x`);
  });

  it.each([
    ['the aliases', 'team: a\nnote: {"due-date": "b"}'],
    ['the names', 'squad: a\ndue_day: {"secret": "b"}'],
    ['aliases in an object', '{"team": "a", "note": {"due-date": "b"}}'],
    ['names in an object', 'Here it is: {"squad": "a", "due_day": {"secret": "b"}}'],
    ['other spellings', '**Team**: a\nNote: {"due_date": "b"}'],
    ['tags', '<team>a</team><note>{"due-date": "b"}</note>'],
  ])('reads %s of a reply back to the names', (_, reply) => {
    expect(chatAdapter.parse(aliased, reply).values).toEqual({ squad: 'a', due_day: { secret: 'b' } });
  });

  it('asks again in the words of the prompt', () => {
    const reply = 'team: a\nnote: {"other": 1}';
    let error: unknown;
    try {
      chatAdapter.parse(aliased, reply);
    } catch (caught) {
      error = caught;
    }
    if (!ParseError.isInstance(error)) throw new Error('wanted an error');
    expect(error.path).toBe('due_day.secret');
    expect(chatAdapter.reask(aliased, reply, error).at(-1)?.content).toContain(
      '- note.due-date: is missing, expected text\n',
    );
  });

  it('keeps aliases and names out of inputs', () => {
    const markers = markerSyntax(['text', 'squad', 'due_day', 'message', 'team', 'note']);
    const template = chatAdapter.compile(aliased);
    const forged = fc.tuple(hostile, fc.constantFrom('', 'squad: x', '<squad>', '\nnote: x'), hostile);
    fc.assert(
      fc.property(forged, (parts) => {
        const filled = chatAdapter.fill(template, aliased, { text: parts.join('\n') });
        expect(markers.find(filled.at(-1)?.content ?? '').map(({ name }) => name)).toEqual(['message']);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back from a demo exactly what was written, by aliases', () => {
    const secrets = fc.option(hostile.map((secret) => ({ secret })));
    fc.assert(
      fc.property(hostile, secrets, (squad, due_day) => {
        const template = chatAdapter.compile(aliased, { demos: [{ text: 'm', squad, due_day }] });
        const [, , answer] = chatAdapter.fill(template, aliased, { text: 'm' });
        expect(chatAdapter.parse(aliased, answer?.content ?? '').values).toEqual({ squad, due_day });
      }),
      { numRuns: 2000 },
    );
  });

  it('gives examples of a value', () => {
    const level: ValueType = { kind: 'enum', values: [1, 2], members: [{ shown: 'low' }, { shown: 'high' }] };
    const fields: SignatureSpec['fields'] = [
      { name: 'city', direction: 'out', type: words, examples: ['Rome', 'New\nYork'], description: 'Where.' },
      { name: 'level', direction: 'out', type: level, examples: [2] },
    ];
    const [system] = chatAdapter.compile({ ...spec, fields }).messages;
    expect(system?.parts[0]).toContain('city: text, for example Rome or "New\\nYork". Where.');
    expect(system?.parts[0]).toContain('level: low or high, for example high');
  });

  it('says the default of an output, as the model would write it', () => {
    const level: ValueType = { kind: 'enum', values: [0, 5], members: [{ shown: 'Low' }, { shown: 'High' }] };
    const text = { kind: 'string' } as const;
    const size = { name: 'size', type: { kind: 'number' }, default: 1, description: 'In metres.' } as const;
    const [system = { parts: [] }] = chatAdapter.compile({
      id: 'a.ts#A',
      instructions: '',
      fields: [
        { name: 'level', direction: 'out', type: level, default: 5, description: 'How bad.' },
        { name: 'word', direction: 'out', type: text, default: '' },
        { name: 'note', direction: 'out', type: { kind: 'nullable', inner: text }, default: 'none' },
        { name: 'tags', direction: 'out', type: { kind: 'array', items: text }, default: [] },
        { name: 'part', direction: 'out', type: { kind: 'object', properties: [size] } },
      ],
    }).messages;
    expect(String(system.parts).split('\n').slice(1)).toEqual([
      'level: Low or High, default High. How bad.',
      'word: text, default ""',
      'note: text, or null, default "none"',
      'tags: a JSON list of string, default []',
      'part: JSON like { "size": number /* default 1. In metres. */ }',
    ]);
  });

  it('reads back a text of a field with a default that looks like no value', () => {
    const output = { name: 'word', direction: 'out', type: { kind: 'string' }, default: 'some' } as const;
    const signature = { id: 'a.ts#A', instructions: 'Do it.', fields: [output] };
    const { messages } = chatAdapter.compile(signature, { demos: [{ word: 'none' }] });
    const answer = String(messages.find(({ role }) => role === 'assistant')?.parts);
    expect(chatAdapter.parse(signature, answer).values).toEqual({ word: 'none' });
  });

  it('says once that a value may be null, also where its type says it already', () => {
    const list: ValueType = { kind: 'nullable', inner: { kind: 'array', items: { kind: 'string' } } };
    const named: ValueType = { kind: 'recursive', name: 'Tags', type: list };
    const [system = { parts: [] }] = chatAdapter.compile({
      id: 'a.ts#A',
      instructions: '',
      fields: [
        {
          name: 'post',
          direction: 'out',
          type: {
            kind: 'object',
            properties: [
              { name: 'tags', type: { kind: 'nullable', inner: list }, optional: true },
              { name: 'more', type: named, optional: true },
            ],
          },
        },
        { name: 'all', direction: 'out', type: { kind: 'nullable', inner: named }, optional: true },
      ],
    }).messages;
    expect(String(system.parts).split('\n').slice(1)).toEqual([
      'post: JSON like { "tags": string[] | null, "more": /* Tags is */ (string[] | null) }',
      'all: a JSON list of string, or null, where Tags is one like it',
    ]);
  });

  it('reads an input back from the prompt by taking one backslash away', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(syntax.unescape(syntax.escape(text))).toBe(text);
        expect(syntax.find(syntax.escape(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
