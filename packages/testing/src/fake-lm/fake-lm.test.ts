import { AbortedError, MissingArtifactError, RateLimitError, type Artifact, type LMCall } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FakeLM } from './fake-lm.js';

interface TicketTypes {
  shape: { message: string; team: 'billing' | 'sales'; urgency: number; tags: string[]; note: string | null };
  inputs: { message: 1 };
  defaulted: object;
  outputs: { team: 1; urgency: 1; tags: 1; note: 1 };
  others: object;
}

const artifact: Artifact<TicketTypes> = {
  format: 1,
  kind: 'signature',
  spec: {
    id: 'src/ticket.ts#Ticket',
    instructions: 'Route the ticket.',
    fields: [
      { name: 'message', direction: 'in', type: { kind: 'string' } },
      { name: 'team', direction: 'out', type: { kind: 'enum', values: ['billing', 'sales'] } },
      { name: 'urgency', direction: 'out', type: { kind: 'number' } },
      { name: 'tags', direction: 'out', type: { kind: 'array', items: { kind: 'string' } } },
      { name: 'note', direction: 'out', type: { kind: 'nullable', inner: { kind: 'string' } } },
    ],
  },
  wire: {},
  template: { adapter: 'chat/1', messages: [] },
  schemas: () => ({
    input: z.object({ message: z.string() }),
    output: z.object({
      team: z.enum(['billing', 'sales']),
      urgency: z.number().max(9),
      tags: z.array(z.string()),
      note: z.string().nullable().optional(),
    }),
  }),
};

class Ticket {
  static readonly artifact = artifact;
  message!: string;
  team!: 'billing' | 'sales';
  urgency!: number;
  tags!: string[];
  note!: string | null;
}

class Bare {
  team!: 'billing';
}

const asking = (text: string): LMCall => ({ messages: [{ role: 'user', content: text }] });

describe('FakeLM', () => {
  it('answers its script in order and then says that it ran out', async () => {
    const lm = new FakeLM(['one', 'two']);
    expect((await lm.doGenerate(asking('a'))).text).toBe('one');
    expect((await lm.doGenerate(asking('b'))).text).toBe('two');
    await expect(lm.doGenerate(asking('c'))).rejects.toThrow('this is call 3 and the script has 2');
  });

  it('asks a function with the call and its number', async () => {
    const lm = new FakeLM((call, n) => `${n}: ${call.messages[0]?.content}`);
    await lm.doGenerate(asking('a'));
    expect((await lm.doGenerate(asking('b'))).text).toBe('1: b');
  });

  it('throws a scripted error as it is', async () => {
    const error = new RateLimitError(1000, { model: 'fake', endpoint: 'fake:fake' });
    const lm = new FakeLM([error, 'after']);
    await expect(lm.doGenerate(asking('a'))).rejects.toBe(error);
    expect((await lm.doGenerate(asking('a'))).text).toBe('after');
  });

  it('fills in what a partial reply leaves out', async () => {
    const lm = new FakeLM([{ text: 'four', finishReason: 'length' }], { modelId: 'scripted' });
    expect(await lm.doGenerate(asking('12345'))).toEqual({
      text: 'four',
      finishReason: 'length',
      model: 'scripted',
      usage: { inputTokens: 2, outputTokens: 1 },
    });
  });

  it('keeps the calls in the order in which they came', async () => {
    const lm = new FakeLM(() => 'x', { delay: 5 });
    await Promise.all(['a', 'b', 'c'].map((text) => lm.doGenerate(asking(text))));
    expect(lm.calls.map((call) => call.messages[0]?.content)).toEqual(['a', 'b', 'c']);
    expect(lm.maxConcurrency).toBe(3);
  });

  it('stops waiting for a script that never answers when the signal fires', async () => {
    const lm = new FakeLM(() => new Promise(() => {}));
    const controller = new AbortController();
    const reply = lm.doGenerate({ ...asking('a'), signal: controller.signal });
    controller.abort();
    await expect(reply).rejects.toSatisfy((error) => AbortedError.isInstance(error));
  });

  it('streams the text in parts, blanks kept', async () => {
    const parts: string[] = [];
    for await (const part of new FakeLM([' a  b\nc ']).doStream(asking('x'))) {
      if (part.kind === 'text') parts.push(part.text);
    }
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(' a  b\nc ');
  });
});

describe('FakeLM.answering', () => {
  const answer = { team: 'billing', urgency: 1, tags: ['a', 'b'], note: null } as const;

  it('writes a line per output in the order of the signature', async () => {
    const lm = FakeLM.answering(Ticket, [{ ...answer, note: 'call back' }]);
    expect((await lm.doGenerate(asking('x'))).text).toBe(
      'team: billing\nurgency: 1\ntags: ["a","b"]\nnote: call back',
    );
  });

  it('takes a function of the call', async () => {
    const lm = FakeLM.answering(Ticket, async (call, n) => ({
      team: call.messages[0]?.content === 'pay' ? 'billing' : 'sales',
      urgency: n,
      tags: [],
      note: null,
    }));
    expect((await lm.doGenerate(asking('pay'))).text).toContain('team: billing');
    expect((await lm.doGenerate(asking('buy'))).text).toBe('team: sales\nurgency: 1\ntags: []\nnote: null');
  });

  it('leaves out an output that is absent', async () => {
    const lm = FakeLM.answering(Ticket, [Object.assign({ ...answer }, { note: undefined })]);
    expect((await lm.doGenerate(asking('x'))).text).toBe('team: billing\nurgency: 1\ntags: ["a","b"]');
  });

  it('knows the types of the outputs', () => {
    const wrong = (): FakeLM => {
      // @ts-expect-error -- TS2322: 'legal' is no team
      return FakeLM.answering(Ticket, [{ team: 'legal', urgency: 1, tags: [], note: null }]);
    };
    expect(wrong).toThrow(TypeError);
    // @ts-expect-error -- TS2345: nor from a function
    FakeLM.answering(Ticket, async () => ({ team: 'legal', urgency: 1, tags: [], note: null }));
  });

  it('refuses outputs that came around the types, at once, and says what is wrong with each field', () => {
    const json = JSON.parse('{"team":"legal","urgency":"high","tags":["a",2],"tema":1}');
    expect(() => FakeLM.answering(Ticket, [answer, json])).toThrow(
      'Cannot answer Ticket with these outputs: ' +
        "field 'tema' is no output of it, wanted team, urgency, tags, note; " +
        `field 'team': got "legal": invalid option: expected one of "billing"|"sales"; ` +
        `field 'urgency': got "high": invalid input: expected number, received string; ` +
        `field 'tags[1]': got 2: invalid input: expected string, received number. ` +
        'For a reply that breaks the signature, give its text to new FakeLM([...]).',
    );
    expect(() => FakeLM.answering(Ticket, [{ ...answer, urgency: 10 }])).toThrow(
      "field 'urgency': got 10: too big",
    );
    expect(() => FakeLM.answering(Ticket, JSON.parse('[null]'))).toThrow(
      'Cannot answer Ticket: got null, wanted an object with its outputs: team, urgency, tags, note.',
    );
    expect(() => FakeLM.answering(Ticket, JSON.parse('[{}]'))).toThrow("field 'team': got nothing");
  });

  it('refuses wrong outputs of a function when it has given them', async () => {
    const lm = FakeLM.answering(Ticket, () =>
      JSON.parse('{"team":"billing","urgency":"high","tags":[],"note":null}'),
    );
    await expect(lm.doGenerate(asking('x'))).rejects.toThrow(
      `field 'urgency': got "high": invalid input: expected number, received string`,
    );
  });

  it('refuses a class without an artifact', () => {
    // @ts-expect-error -- TS2322: there are no outputs to know
    expect(() => FakeLM.answering(Bare, [{ team: 'billing' }])).toThrow(MissingArtifactError);
  });
});

interface VisitTypes {
  shape: {
    text: string;
    at: Date;
    tags: Set<string>;
    votes: Map<string, bigint>;
    level: 0 | 1;
    either: string | number;
  };
  inputs: { text: 1 };
  defaulted: object;
  outputs: { at: 1; tags: 1; votes: 1; level: 1; either: 1 };
  others: object;
}

class Visit {
  static readonly artifact: Artifact<VisitTypes> = {
    format: 1,
    kind: 'signature',
    spec: {
      id: 'src/visit.ts#Visit',
      instructions: '',
      fields: [
        { name: 'text', direction: 'in', type: { kind: 'string' } },
        { name: 'at', direction: 'out', alias: 'visited_at', type: { kind: 'date', precision: 'day' } },
        { name: 'tags', direction: 'out', type: { kind: 'set', items: { kind: 'string' } } },
        {
          name: 'votes',
          direction: 'out',
          type: { kind: 'map', form: 'map', key: { kind: 'string' }, value: { kind: 'bigint' } },
        },
        {
          name: 'level',
          direction: 'out',
          type: { kind: 'enum', values: [0, 1], members: [{ shown: 'Low' }, { shown: 'High' }] },
        },
        {
          name: 'either',
          direction: 'out',
          type: { kind: 'union', variants: [{ kind: 'string' }, { kind: 'number' }] },
        },
      ],
    },
    wire: {},
    template: { adapter: 'chat/1', messages: [] },
    schemas: () => ({
      input: z.object({ text: z.string() }),
      output: z.object({
        visited_at: z.iso.date(),
        tags: z.array(z.string()),
        votes: z.array(z.object({ key: z.string(), value: z.string().regex(/^\d+$/u) })),
        level: z.enum(['Low', 'High']),
        either: z.union([z.string(), z.number()]),
      }),
    }),
  };
  text!: string;
  at!: Date;
  tags!: Set<string>;
  votes!: Map<string, bigint>;
  level!: 0 | 1;
  either!: string | number;
}

describe('FakeLM.answering with texts that read as something else', () => {
  it.each(['null', 'n/a', '', ' a', '"a"'])('puts quotes around %j', async (note) => {
    const lm = FakeLM.answering(Ticket, [{ team: 'billing', urgency: 1, tags: [], note }]);
    expect((await lm.doGenerate(asking('x'))).text).toContain(`\nnote: ${JSON.stringify(note)}`);
  });
});

describe('FakeLM.answering with values that JSON does not have', () => {
  const visit = {
    at: new Date('2026-01-31T00:00:00Z'),
    tags: new Set(['a', 'b']),
    votes: new Map([['x', 12n]]),
    level: 1,
    either: '3',
  } as const;

  it('writes them as the model would: under its names, dates as ISO 8601, sets as lists, maps as objects', async () => {
    const lm = FakeLM.answering(Visit, [visit, { ...visit, either: 3 }, { ...visit, either: 'three' }]);
    expect((await lm.doGenerate(asking('x'))).text).toBe(
      'visited_at: 2026-01-31\ntags: ["a","b"]\nvotes: {"x":"12"}\nlevel: High\neither: "3"',
    );
    expect((await lm.doGenerate(asking('x'))).text).toContain('either: 3');
    expect((await lm.doGenerate(asking('x'))).text).toContain('either: three');
  });

  it('refuses what the signature would not take, with its place', () => {
    const at = new Date(Number.NaN);
    expect(() => FakeLM.answering(Visit, [{ ...visit, at }])).toThrow(
      `field 'visited_at': got "Invalid Date": invalid ISO date`,
    );
    const votes = new Map([['x', -1n]]);
    expect(() => FakeLM.answering(Visit, [{ ...visit, votes }])).toThrow(`field 'votes[0].value': got "-1"`);
    // @ts-expect-error -- TS2322: a text is no date
    expect(() => FakeLM.answering(Visit, [{ ...visit, at: 'today' }])).toThrow(
      /field 'visited_at': got "today"/u,
    );
    // @ts-expect-error -- TS2322: a date is no text
    expect(() => FakeLM.answering(Visit, [{ ...visit, either: new Date(0) }])).toThrow(/field 'either'/u);
  });
});
