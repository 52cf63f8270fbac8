import { fromJson } from '@sigil/schema';
import {
  ParseError,
  type Adapter,
  type FieldSpec,
  type JsonValue,
  type SignatureSpec,
  type ValueType,
} from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterById } from '../../adapter/adapter-by-id.js';
import { contradicts } from '../../predict/contradicts.js';
import { wholeShown } from '../../predict/whole-shown.js';

const text: ValueType = { kind: 'string' };
const out = (name: string, type: ValueType = text, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  direction: 'out',
  type,
  ...more,
});
const message: FieldSpec = { name: 'message', direction: 'in', type: text };
const answer = out('answer');
const note = out('note');
const team = out('team', { kind: 'enum', values: ['billing', 'technical'] });
const score = out('score', { kind: 'number' });
const words = out('words', { kind: 'array', items: text });

const specOf = (...outputs: FieldSpec[]): SignatureSpec => ({
  id: 'a.ts#A',
  instructions: 'Do it.',
  fields: [message, ...outputs],
});
const chat = adapterById('chat/1');
const xml = adapterById('xml/1');
const shown = (reply: string, ...outputs: FieldSpec[]): unknown =>
  chat.partial(specOf(...outputs)).push(reply);

describe('fields behind markers, while they come', () => {
  it.each([
    ['half a marker', 'answer: hello\nno', { answer: 'hello' }],
    ['a name that may be one', 'answer: hello\nnote', { answer: 'hello' }],
    ['a name that is none', 'answer: hello\nnote that', { answer: 'hello\nnote that' }],
    ['the next marker', 'answer: hello\nnote: b', { answer: 'hello', note: 'b' }],
    ['half an escape', 'answer: one\n\\no', { answer: 'one' }],
    ['an escape', 'answer: one\n\\note: two', { answer: 'one\nnote: two' }],
    ['blanks at the end', 'answer: one \n ', { answer: 'one' }],
    ['half an end token', 'answer: one <|im_e', { answer: 'one' }],
    ['an end token', 'answer: one<|im_end|>\nmore', { answer: 'one' }],
    ['half an end marker', 'answer: one\n\n[[ ## compl', { answer: 'one' }],
    ['bold names', '**Answer:** on', { answer: 'on' }],
    ['half of the emphasis', '**Answer:*', {}],
    ['a bold line', '**answer: on', {}],
    ['bracket markers', '[[ ## answer ## ]]\nhel', { answer: 'hel' }],
    ['headings', '## Answer\nhel', { answer: 'hel' }],
    ['a heading that may be none', '## Answer', undefined],
    ['text in quotes', 'answer: "hel', {}],
    ['a fence that closes', '```\nanswer: one\n``', { answer: 'one' }],
    ['a fence in a text', 'answer: use\n```\nx', { answer: 'use\n```\nx' }],
    ['prose before', 'Sure, here it is:\n\nanswer: on', { answer: 'on' }],
    ['a draft', '<think>answer: no</think>\nanswer: y', { answer: 'y' }],
    ['a draft that goes on', '<think>answer: no', undefined],
    ['a draft that nothing opened', 'I think so.</think>\nanswer: y', { answer: 'y' }],
    ['a next turn', 'answer: one\nmessage: two\nnote: n', { answer: 'one' }],
    ['an echo of the input', 'message: two\nanswer: one', { answer: 'one' }],
    ['a bare text', 'Hello there', undefined],
    ['a refusal', 'I cannot help with that.', undefined],
    ['nothing', '', undefined],
  ])('shows of %s what is certain', (_, reply, wanted) => {
    expect(shown(reply, answer, note)).toEqual(wanted);
  });

  it.each([
    ['team: bill', {}],
    ['team: billing', {}],
    ['team: billing\n', { team: 'billing' }],
    ['team: **billing**\n', {}],
    ['team: **billing**\nscore: 3', { team: 'billing' }],
    ['team: billing\nscore: 3', { team: 'billing' }],
    ['team: billing\nscore: 3\n', { team: 'billing', score: 3 }],
    ['team: billing\nscore: about 3\nteam:', { team: 'billing', score: 3 }],
  ])('shows a value of %j when it cannot become another one', (reply, wanted) => {
    expect(shown(reply, team, score)).toEqual(wanted);
  });

  it('shows lists as they grow, and before they begin', () => {
    expect(shown('answer: hi', answer, words)).toEqual({ answer: 'hi', words: [] });
    expect(shown('words: ["a", "b', answer, words)).toEqual({ words: ['a', 'b'] });
    expect(shown('words:\n```json\n["a", "b', answer, words)).toEqual({ words: ['a', 'b'] });
    expect(shown('words:\n- a\n- b', answer, words)).toEqual({ words: [] });
    expect(shown('words:\n- a\n- b\nanswer: c', answer, words)).toEqual({ words: ['a', 'b'], answer: 'c' });
  });

  it('takes a key of an object at the start of a line for no marker', () => {
    const item = out('item', {
      kind: 'object',
      properties: [
        { name: 'title', type: text },
        { name: 'note', type: text },
      ],
    });
    expect(shown('item: {\n  "title": "a",\n  "note": "b', item, note)).toEqual({
      item: { title: 'a', note: 'b' },
    });
  });

  it.each(['done', 'state', 'notNull'] as const)('keeps what @stream %s says in every layout', (stream) => {
    const outputs = [
      out('answer', text, { stream }),
      out('note', { kind: 'nullable', inner: text }, { stream }),
    ];
    for (const [part, whole, next] of [
      ['answer: on', 'answer: one\nnote: x', 'answer: one\nnote: x\nanswer:'],
      ['{"answer": "on', '{"answer": "one", "note": "x', '{"answer": "one", "note": "x", "z": 1'],
      ['<answer>on', '<answer>one</answer>\n<note>x', '<answer>one</answer>\n<note>x</note>'],
    ] as const) {
      const partials = [part, whole, next].map((reply) => shown(reply, ...outputs));
      expect(partials).toEqual(
        {
          done: [{}, { answer: 'one' }, { answer: 'one', note: 'x' }],
          notNull: [undefined, { answer: 'one', note: 'x' }, { answer: 'one', note: 'x' }],
          state: [
            { answer: { value: 'on', state: 'incomplete' }, note: { value: undefined, state: 'pending' } },
            { answer: { value: 'one', state: 'complete' }, note: { value: 'x', state: 'incomplete' } },
            { answer: { value: 'one', state: 'complete' }, note: { value: 'x', state: 'complete' } },
          ],
        }[stream],
      );
    }
  });
});

describe('fields in tags, while they come', () => {
  it.each([
    ['half a tag', '<answer>hello</answer>\n<no', { answer: 'hello' }],
    ['half a closing tag', '<answer>hello</ans', { answer: 'hello' }],
    ['a tag around them', '<reply>\n<answer>hel', { answer: 'hel' }],
    ['a list', '<words>["a", "b', { words: ['a', 'b'] }],
    ['a name that goes on', '<words>[]</words><team>billing', { words: [] }],
    ['a name that is over', '<words>[]</words> <team>billing</team>', { words: [], team: 'billing' }],
    ['lines in a tag', '<answer>one\nteam: two', { answer: 'one\nteam: two' }],
  ])('shows of %s what is certain', (_, reply, wanted) => {
    const outputs = [answer, team, words];
    const want = { words: [], ...wanted };
    expect(shown(reply, ...outputs)).toEqual(want);
    expect(xml.partial(specOf(...outputs)).push(reply)).toEqual(want);
  });

  it('takes the escape of its tags away', () => {
    const spec = specOf(answer, note);
    expect(xml.partial(spec).push('<answer>a <\\note> and <\\')).toEqual({ answer: 'a <note> and' });
  });

  it('shows lines and JSON that an adapter of tags gets', () => {
    const spec = specOf(answer, note);
    expect(xml.partial(spec).push('answer: one\nnote: t')).toEqual({ answer: 'one', note: 't' });
    expect(xml.partial(spec).push('{"answer": "one", "note": "t')).toEqual({ answer: 'one', note: 't' });
  });
});

describe('hostile replies, while they come', () => {
  const pieces = (reply: string, size: number): string[] =>
    Array.from({ length: Math.ceil(reply.length / size) }, (_, at) =>
      reply.slice(at * size, (at + 1) * size),
    );
  const read = (reply: string, size: number, adapter: Adapter, ...outputs: FieldSpec[]): unknown => {
    const reader = adapter.partial(specOf(...outputs));
    return pieces(reply, size)
      .map((piece) => reader.push(piece))
      .at(-1);
  };

  /** Work that grows with the square of the length takes minutes here, and runs into the time limit. */
  it.each([
    ['a text', 'All work and no play. '],
    ['blanks', ' '],
    ['line breaks', '\n'],
    ['ornaments', '*'],
    ['numbered lines', '1. '],
    ['names', 'note '],
    ['escaped markers', '\n\\note: x'],
    ['closing tags', '</note> '],
    ['half tags', '<note '],
    ['end tokens', '</s>'],
    ['end markers', '[[ ## completed ## ]]'],
    ['fences', '```'],
    ['quotes', '"'],
    ['braces', '{'],
    ['thoughts', '<think>'],
  ])('has 100 kB of %s in a field, in small pieces', (_, piece) => {
    const body = piece.repeat(100_000 / piece.length);
    for (const reply of [`answer: ${body}`, `<answer>${body}`, body, `{"answer": "${body}`]) {
      expect(() => read(reply, 40, chat, answer, note)).not.toThrow();
      expect(() => read(reply, 40, xml, answer, note)).not.toThrow();
    }
  });

  it('has a text of 10 MB, in pieces of 4 kB', () => {
    const body = 'All work and no play makes Jack a dull boy. '.repeat(240_000).trim();
    for (const reply of [`answer: ${body}\nnote: b`, `<answer>${body}</answer>\n<note>b`])
      expect(read(reply, 4096, chat, answer, note)).toEqual({ answer: body, note: 'b' });
  });

  it('is nested 10,000 deep', () => {
    const deep = '{"answer": ['.repeat(10_000);
    for (const reply of [deep, `answer: ${deep}`, `<words>${deep}`, `words: ${'['.repeat(10_000)}`])
      expect(() => read(reply, 1000, chat, answer, words)).not.toThrow();
  });

  it('has keys of prototypes, or the schema', () => {
    expect(shown('__proto__: x\nconstructor: y\nanswer: z', answer, note)).toEqual({ answer: 'z' });
    expect(shown('{"__proto__": {"answer": "x"}, "answer": "z', answer, note)).toEqual({ answer: 'z' });
    expect(shown('{"type": "object", "properties": {"answer": {"type": "string"}}}\n', answer, note)).toBe(
      undefined,
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is cut inside of a character', () => {
    const reader = chat.partial(specOf(answer, note));
    expect(reader.push('answer: b\ud83d')).toEqual({ answer: 'b' });
    expect(reader.push('\ude00')).toEqual({ answer: 'b😀' });
  });
});

describe('a reply that cannot be read', () => {
  it.each([
    ['answer: one\nscore: many', chat],
    ['{"answer": "one", "sco', chat],
    ['<answer>one</answer>\n<score>', chat],
    ['<answer>one</answer>\n<score>', xml],
    ['{"answer": "one"}', adapterById('json/1')],
  ] as const)('has in its error what was shown of %j', (reply, adapter) => {
    const spec = specOf(answer, score);
    expect(() => adapter.parse(spec, reply)).toThrow(expect.objectContaining({ partial: { answer: 'one' } }));
  });
});

/** Text made to be taken for structure. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'answer',
        'note',
        'dueDate',
        'due date',
        'ANSWER',
        '**note**',
        '"note"',
        'message',
        'think',
      ),
      fc.constantFrom(
        ':',
        ': ',
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '\\',
        '\\\\',
        ' ',
        '\t',
        '- ',
        '> ',
        '#',
        '：',
      ),
      fc.constantFrom(
        '<note>',
        '</note>',
        '<\\note>',
        '<answer',
        '</',
        '<',
        '>',
        '\n## note',
        '\n1. ',
        '[[ ## ',
      ),
      fc.constantFrom(
        ' ## ]]',
        '{"note":',
        '{',
        '}',
        '[',
        ']',
        '```',
        '```json\n',
        '~~~',
        '"',
        '“',
        'null',
        'n/a',
      ),
      fc.constantFrom(
        '<|im_end|>',
        '<|x|>',
        '</s>',
        '<think>',
        '</think>',
        '[[ ## completed ## ]]',
        '😀',
        '\ud800',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

type Kind = readonly [type: ValueType, values: fc.Arbitrary<JsonValue>];
const kinds: readonly Kind[] = [
  [text, hostile],
  [{ kind: 'nullable', inner: text }, fc.option(hostile)],
  [{ kind: 'number' }, fc.integer()],
  [{ kind: 'boolean' }, fc.boolean()],
  [{ kind: 'date', precision: 'time' }, fc.constantFrom('2026-01-31T12:00:00Z', '1999-12-31T00:00:00Z')],
  [{ kind: 'enum', values: ['PRO', 'PRO_PLUS', 'null'] }, fc.constantFrom('PRO', 'PRO_PLUS', 'null')],
  [{ kind: 'array', items: text }, fc.array(hostile, { maxLength: 3 })],
  [{ kind: 'set', items: { kind: 'number' } }, fc.uniqueArray(fc.nat(9), { maxLength: 3 })],
  [
    { kind: 'map', form: 'map', key: { kind: 'string' }, value: { kind: 'number' } },
    fc.dictionary(fc.constantFrom('a', 'note', 'b: c'), fc.nat(), { noNullPrototype: true }),
  ],
  [
    {
      kind: 'object',
      properties: [
        { name: 'note', type: text, stream: 'state' },
        { name: 'size', type: { kind: 'number' }, optional: true },
      ],
    },
    fc.record({ note: hostile, size: fc.nat() }, { requiredKeys: ['note'] }).map((value) => ({ ...value })),
  ],
];

const field = (name: string): fc.Arbitrary<readonly [FieldSpec, JsonValue | undefined]> =>
  fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.constantFrom(undefined, 'done' as const, 'state' as const, 'notNull' as const),
      fc.constantFrom(undefined, true as const),
    )
    .chain(([[type, values], stream, optional]) => {
      const spec = out(name, type, {
        ...(stream === undefined ? {} : { stream }),
        ...(optional === undefined ? {} : { optional }),
      });
      const given = optional === true ? fc.option(values, { nil: undefined }) : values;
      return given.map((value) => [spec, value] as const);
    });
const filled = fc.tuple(field('answer'), field('note'), field('dueDate'));

function replyOf(adapter: Adapter, spec: SignatureSpec, demo: Record<string, JsonValue>): string {
  const { messages } = adapter.compile(spec, { demos: [demo] });
  return (messages.find(({ role }) => role === 'assistant')?.parts ?? []).join('');
}

/** What is shown after each piece; each adds to the one before. */
function partialsOf(adapter: Adapter, spec: SignatureSpec, pieces: readonly string[]): unknown[] {
  const reader = adapter.partial(spec);
  const partials = pieces.map((piece) => structuredClone(reader.push(piece)));
  partials.forEach((after, at) => {
    const before = partials[at - 1];
    const isKept = before === undefined || (after !== undefined && !contradicts(before, after));
    expect({ isKept, before, after }).toMatchObject({ isKept: true });
  });
  return partials;
}

describe.each(['chat/1', 'json/1', 'xml/1', 'compact/1', 'two-step/1'])(
  'a reply in the layout of %s',
  (id) => {
    const adapter = adapterById(id);

    it('is shown so that the whole has what was shown, wherever it is cut', () => {
      let count = 0;
      fc.assert(
        fc.property(filled, fc.array(fc.nat(12), { maxLength: 8 }), (fields, cuts) => {
          const outputs = fields.map(([spec]) => spec);
          const given = fields.flatMap(([{ name }, value]) =>
            value === undefined ? [] : [[name, value] as const],
          );
          if (given.length === 0) return;
          const spec = specOf(...outputs);
          const reply = replyOf(adapter, spec, Object.fromEntries(given));
          const { values } = adapter.parse(spec, reply);
          const domain = outputs.flatMap(({ name, type }) =>
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a reply is read as is JSON
            values[name] === undefined ? [] : [[name, fromJson(type, values[name] as JsonValue)] as const],
          );
          const whole = wholeShown(outputs, Object.fromEntries(domain));
          const last = partialsOf(adapter, spec, reply.split('')).at(-1);
          if (last !== undefined) count++;
          const isVoid = last !== undefined && contradicts(last, whole);
          expect({ reply, last, whole, isVoid }).toMatchObject({ isVoid: false });
          let at = 0;
          const pieces = [...cuts, reply.length].map((length) => reply.slice(at, (at += length)));
          expect(partialsOf(adapter, spec, pieces).at(-1)).toEqual(last);
        }),
        { numRuns: 400 },
      );
      expect(count).toBeGreaterThan(100);
    });
  },
);

it('says in pieces what any reply shows as a whole', () => {
  const spec = specOf(
    answer,
    out('note', { kind: 'nullable', inner: text }),
    out('dueDate', { kind: 'number' }),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 4 }), (parts) => {
      for (const adapter of [chat, xml]) {
        const reply = parts.join('\nanswer: ');
        const last = partialsOf(adapter, spec, reply.split('')).at(-1);
        expect(adapter.partial(spec).push(reply)).toEqual(last);
        expect(lastOfError(() => adapter.parse(spec, reply)) ?? last).toEqual(last);
      }
    }),
    { numRuns: 1000 },
  );
});

/** What the error has that is thrown. */
function lastOfError(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!ParseError.isInstance(error)) throw error;
    return error.partial;
  }
}
