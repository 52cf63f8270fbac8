import { AbortedError, type Adapter, type RunEvent } from '@sigil/spec';
import { FakeServer, respond, type FakeServerScript } from '@sigil/testing';
import { openai } from '@sigil/lm/openai';
import { Predict } from 'sigil';
import { adapters } from 'sigil/adapter';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerOf, freeAnswers, message, outputs } from './answers.js';
import { Ticket } from './ticket.js';

let server: FakeServer | undefined;
afterEach(() => server?.close());

async function predictAt(adapter: Adapter, script: FakeServerScript): Promise<Predict<typeof Ticket>> {
  server = await FakeServer.start(script);
  return new Predict(Ticket, { adapter, lm: openai('small', { baseURL: server.baseURL, apiKey: 'none' }) });
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
  'a stream over HTTP with %s',
  (_, adapter) => {
    it('shows the first field before the server has sent the second', async () => {
      let show = (): void => undefined;
      const isShown = new Promise<void>((resolve) => {
        show = resolve;
      });
      const reply = answerOf(adapter);
      const second = reply.indexOf('urgency');
      async function* pieces(): AsyncGenerator<string> {
        yield reply.slice(0, second);
        await isShown;
        yield reply.slice(second);
      }
      const predict = await predictAt(adapter, [...freeAnswers(adapter), respond.pieces(pieces())]);
      const shown: unknown[] = [];
      for await (const partial of predict.stream({ message })) {
        shown.push(partial);
        if (partial.team === 'billing') show();
      }
      expect(shown[0]).toEqual({ team: 'billing', steps: [] });
      expect(shown.at(-1)).toEqual(outputs);
      expect(server?.requests).toHaveLength(freeAnswers(adapter).length + 1);
    });

    it('shows the same at every cut, and gives what run gives', async () => {
      const reply = answerOf(adapter);
      const predict = await predictAt(adapter, [
        ...freeAnswers(adapter),
        reply,
        ...freeAnswers(adapter),
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
      const bad = answerOf(adapter, { ...outputs, urgency: 7 });
      const predict = await predictAt(adapter, [...freeAnswers(adapter), bad, answerOf(adapter)]);
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
      expect(server?.requests).toHaveLength(freeAnswers(adapter).length + 2);
    });

    it('closes the connection when it is stopped in the middle of a reply', async () => {
      const reply = answerOf(adapter);
      async function* pieces(): AsyncGenerator<string> {
        yield reply.slice(0, reply.indexOf('urgency'));
        await new Promise(() => undefined);
      }
      const predict = await predictAt(adapter, [...freeAnswers(adapter), respond.pieces(pieces())]);
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
