import { IncompleteReplyError, ReplyError, type Adapter } from '@sigil/spec';
import { FakeServer, respond, type FakeResponse } from '@sigil/testing';
import { openai } from '@sigil/lm/openai';
import { wireSchema } from '@sigil/schema';
import { Predict } from 'sigil';
import { adapters } from 'sigil/adapter';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOf, freeAnswers, message, outputs } from './answers.js';
import { Ticket } from './ticket.js';

let server: FakeServer | undefined;
afterEach(() => server?.close());

type Result = { readonly outputs: object; readonly notes: readonly string[] } | { readonly error: unknown };

/** `refused` for a typed error, else the error. */
function kindOf({ error }: { readonly error: unknown }): unknown {
  return ReplyError.isInstance(error) ? 'refused' : error;
}

/** What a run and a stream give for a reply. */
async function both(adapter: Adapter, reply: string | FakeResponse): Promise<readonly Result[]> {
  const free = freeAnswers(adapter);
  server = await FakeServer.start([...free, reply, ...free, reply]);
  const lm = openai('small', { baseURL: server.baseURL, apiKey: 'none' });
  const predict = new Predict(Ticket, { adapter, lm, maxReasks: 0 });
  const run = await predict.runWithReport({ message }).then(
    (made): Result => ({
      outputs: made.outputs,
      notes: made.report.coercions.map(({ path, kind }) => `${path} ${kind}`),
    }),
    (error: unknown): Result => ({ error }),
  );
  const stream = predict.stream({ message });
  const streamed = await (async () => {
    for await (const _ of stream);
    return stream.outputs;
  })().then(
    async (made): Promise<Result> => ({
      outputs: made,
      notes: (await stream.report).coercions.map(({ path, kind }) => `${path} ${kind}`),
    }),
    (error: unknown): Result => ({ error }),
  );
  expect(server.requests).toHaveLength(2 * free.length + 2);
  return [run, streamed];
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
  'a bad reply to %s',
  (_, adapter) => {
    const changed = (change: object): string => answerOf(adapter, { ...outputs, ...change });
    const bytes = (text: string): FakeResponse => {
      const body = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`;
      const encoded = new TextEncoder().encode(body);
      const middle = encoded.findIndex((byte) => byte >= 0xf0) + 2;
      return respond.raw(200, { 'content-type': 'text/event-stream' }, [
        encoded.slice(0, middle),
        encoded.slice(middle),
      ]);
    };

    it('whose bytes break off inside of a character is read whole', async () => {
      const free = freeAnswers(adapter);
      server = await FakeServer.start([...free, bytes(answerOf(adapter))]);
      const lm = openai('small', { baseURL: server.baseURL, apiKey: 'none' });
      expect(await new Predict(Ticket, { adapter, lm }).stream({ message }).outputs).toEqual(outputs);
    });

    it('with half a character in a text keeps what is there', async () => {
      for (const half of ['\uFFFD', '\uD83D']) {
        for (const result of await both(adapter, changed({ reply: `On it ${half}` }))) {
          expect(result).toMatchObject({ outputs: { reply: expect.stringMatching(/^On it /u) } });
        }
        await server?.close();
      }
    });

    it('with 10 MB in one field gives them', async () => {
      const reply = 'All of it. '.repeat(1_000_000).trim();
      const pieces = changed({ reply }).match(/[\s\S]{1,10000}/gu) ?? [];
      for (const result of await both(adapter, respond.pieces(pieces))) {
        const made = 'outputs' in result && 'reply' in result.outputs ? result.outputs.reply : undefined;
        // Not toEqual: it would write down both.
        expect(made === reply).toBe(true);
      }
    }, 120_000);

    it('nested 10,000 deep is refused', async () => {
      const deep = '['.repeat(10_000) + ']'.repeat(10_000);
      const text = answerOf(adapter).replace(JSON.stringify(outputs.steps), () => deep);
      expect(text).toContain(deep);
      for (const result of await both(adapter, text))
        expect(result).toMatchObject({ error: expect.any(ReplyError) });
    });

    it('with keys of prototypes changes no prototype', async () => {
      const keys =
        '{"__proto__": {"polluted": true, "team": "sales"}, "constructor": {"prototype": {"polluted": true}}, ';
      for (const text of [
        keys + JSON.stringify(outputs).slice(1),
        `__proto__: sales\nconstructor: sales\n${answerOf(adapter)}`,
      ]) {
        for (const result of await both(adapter, text)) {
          expect(['refused', outputs]).toContainEqual('outputs' in result ? result.outputs : kindOf(result));
        }
        expect({}).not.toHaveProperty('polluted');
        await server?.close();
      }
    });

    it.each([
      ['that refuses', "I'm sorry, but I can't help with that."],
      [
        'that is the JSON schema',
        JSON.stringify(
          wireSchema(Ticket.artifact.spec.fields.filter(({ direction }) => direction === 'out')),
        ),
      ],
      [
        'that is the prompt',
        adapter
          .fill(adapter.compile(Ticket.artifact.spec), Ticket.artifact.spec, { message })
          .map(({ content }) => content)
          .join('\n'),
      ],
      ['that asks back', 'Which ticket do you mean? Please tell me the team.'],
    ])('%s is refused', async (_what, text) => {
      for (const result of await both(adapter, text))
        expect(result).toMatchObject({ error: expect.any(ReplyError) });
    });

    it('that is empty, blank or cut off is never a value', async () => {
      for (const reply of ['', ' \n', respond.cutOff(answerOf(adapter))]) {
        for (const result of await both(adapter, reply)) {
          expect(result).toMatchObject({ error: expect.any(IncompleteReplyError) });
        }
        await server?.close();
      }
    });

    it('with a number of another language gives the number, and says so, or refuses it', async () => {
      for (const [said, meant] of [
        ['0,5', 0.5],
        ['٠٫٥', 0.5],
        ['½', 0.5],
        ['1.000,00', 1000],
      ] as const) {
        const text = answerOf(adapter).replace('0.5', () => said);
        expect(text).toContain(said);
        for (const result of await both(adapter, text)) {
          const isNoted = 'notes' in result && result.notes.some((note) => note.startsWith('urgency '));
          const read = 'outputs' in result ? { outputs: result.outputs, isNoted } : kindOf(result);
          expect(['refused', { outputs: { ...outputs, urgency: meant }, isNoted: true }]).toContainEqual(
            read,
          );
        }
        await server?.close();
      }
    });
  },
);
