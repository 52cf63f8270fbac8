import { AbortedError, type Adapter, type RunEvent } from '@sigil/spec';
import { FakeServer, respond, type FakeServerScript } from '@sigil/testing';
import { openai } from '@sigil/lm/openai';
import { Predict } from 'sigil';
import { adapters } from 'sigil/adapter';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Ticket } from './ticket.js';

const outputs = {
  team: 'billing',
  urgency: 0.5,
  steps: ['look', 'refund “twice”'],
  reply: 'We are on it:\nteam and all, 😀.',
} as const;
const message = 'I was charged twice.';
const { spec } = Ticket.artifact;

let server: FakeServer | undefined;
afterEach(() => server?.close());

async function predictAt(adapter: Adapter, script: FakeServerScript): Promise<Predict<typeof Ticket>> {
  server = await FakeServer.start(script);
  return new Predict(Ticket, { adapter, lm: openai('small', { baseURL: server.baseURL, apiKey: 'none' }) });
}

/** The outputs as the adapter's own demos write them. */
function replyOf(adapter: Adapter, values: object = outputs): string {
  const laid = adapter.extraction === undefined ? adapter : chatOf();
  const { messages } = laid.compile(spec, { demos: [{ message, ...JSON.parse(JSON.stringify(values)) }] });
  const answer = messages.find(({ role }) => role === 'assistant');
  return answer?.parts.join('') ?? '';
}

function chatOf(): Adapter {
  const chat = adapters.find(({ id }) => id === 'chat/1');
  if (chat === undefined) throw new TypeError('There is no chat adapter.');
  return chat;
}

/** What the server says before the reply that has the outputs. */
function before(adapter: Adapter): readonly string[] {
  return adapter.extraction === undefined ? [] : ['Billing should look at it.'];
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
  'a stream over HTTP with %s',
  (_, adapter) => {
    it('shows the first field before the server has sent the second', async () => {
      let show = (): void => undefined;
      const isShown = new Promise<void>((resolve) => {
        show = resolve;
      });
      const reply = replyOf(adapter);
      const second = reply.indexOf('urgency');
      async function* pieces(): AsyncGenerator<string> {
        yield reply.slice(0, second);
        await isShown;
        yield reply.slice(second);
      }
      const predict = await predictAt(adapter, [...before(adapter), respond.pieces(pieces())]);
      const shown: unknown[] = [];
      for await (const partial of predict.stream({ message })) {
        shown.push(partial);
        if (partial.team === 'billing') show();
      }
      expect(shown[0]).toEqual({ team: 'billing', steps: [] });
      expect(shown.at(-1)).toEqual(outputs);
      expect(server?.requests).toHaveLength(before(adapter).length + 1);
    });

    it('shows the same at every cut, and gives what run gives', async () => {
      const reply = replyOf(adapter);
      const predict = await predictAt(adapter, [
        ...before(adapter),
        reply,
        ...before(adapter),
        respond.pieces(reply.split(/(?=[\s\S])/u)),
      ]);
      const made = await predict.run({ message });
      const stream = predict.stream({ message });
      const texts: string[] = [];
      for await (const { reply: text, steps } of stream) {
        texts.push(text ?? '');
        expect(outputs.steps.join('')).toContain(steps.join(''));
      }
      expect(made).toEqual(outputs);
      expect(await stream.outputs).toEqual(made);
      for (const [at, text] of texts.entries()) expect(text.startsWith(texts[at - 1] ?? '')).toBe(true);
      expect(new Set(texts).size).toBeGreaterThan(5);
    });

    it('asks again with a reset between the two, counts both, and calls nothing else', async () => {
      const bad = replyOf(adapter, { ...outputs, urgency: 7 });
      const predict = await predictAt(adapter, [...before(adapter), bad, replyOf(adapter)]);
      const stream = predict.stream({ message });
      const events: RunEvent[] = [];
      for await (const event of stream.events) events.push(event);
      const reset = events.findIndex(({ kind }) => kind === 'reset');
      const values = (some: readonly RunEvent[]): unknown[] =>
        some.flatMap((event) =>
          event.kind === 'partial' && 'urgency' in event.value ? [event.value['urgency']] : [],
        );
      expect(new Set(values(events.slice(0, reset)))).toEqual(new Set([7]));
      expect(new Set(values(events.slice(reset)))).toEqual(new Set([0.5]));
      expect((await stream.report).attempts).toHaveLength(server?.requests.length ?? 0);
      expect(server?.requests).toHaveLength(before(adapter).length + 2);
    });

    it('closes the connection when it is stopped in the middle of a reply', async () => {
      const reply = replyOf(adapter);
      async function* pieces(): AsyncGenerator<string> {
        yield reply.slice(0, reply.indexOf('urgency'));
        await new Promise(() => undefined);
      }
      const predict = await predictAt(adapter, [...before(adapter), respond.pieces(pieces())]);
      const control = new AbortController();
      const reading = (async () => {
        for await (const { team } of predict.stream({ message }, { signal: control.signal }))
          if (team !== undefined) control.abort();
      })();
      await expect(reading).rejects.toThrow(AbortedError);
      await vi.waitFor(() => expect(server?.abandoned).toBe(1));
    });
  },
);
