import { AbortedError, type LMCall, type LanguageModel } from '@sigil/spec';
import { respond, type FakeServer } from '@sigil/testing';
import { describe, expect, it, vi } from 'vitest';
import { cache } from '../cache/index.js';
import { retry } from '../retry/index.js';
import { call, collect, failureOf, scriptedService } from './fixtures/scripted-service.js';

const service = scriptedService();

/** Two words, and nothing more until the client has left. */
async function* twoWords(): AsyncGenerator<string> {
  yield 'one ';
  yield 'two ';
  await new Promise(() => {});
}

const closed = (server: FakeServer) => vi.waitFor(() => expect(server.abandoned).toBe(1));
const wrappings: [string, (lm: LanguageModel) => LanguageModel][] = [
  ['alone', (lm) => lm],
  ['with retry and cache around it', (lm) => cache(retry(lm))],
];

describe.each(wrappings)('openai() %s', (_, wrap) => {
  it.each([
    ['before the headers', () => respond.never(), 0],
    ['in the middle of a body', () => respond.stalled(), 1],
    ['between two parts', () => respond.pieces(twoWords()), 2],
  ])('closes the connection of a stream whose signal fires %s', async (_when, response, wanted) => {
    const { server, lm } = await service.serving(() => response());
    const controller = new AbortController();
    let parts = 0;
    const reading = (async () => {
      for await (const part of wrap(lm).doStream({ ...call, signal: controller.signal }))
        if (part.kind === 'text') parts++;
    })();
    await vi.waitFor(() => {
      expect(server.requests).toHaveLength(1);
      expect(parts).toBeGreaterThanOrEqual(wanted);
    });
    controller.abort();
    expect(await failureOf(reading)).toBeInstanceOf(AbortedError);
    await closed(server);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['before the headers', () => respond.never()],
    ['in the middle of the body', () => respond.stalled()],
  ])('closes the connection of a call whose signal fires %s', async (_when, response) => {
    const { server, lm } = await service.serving(() => response());
    const controller = new AbortController();
    const stopped: LMCall = { ...call, signal: controller.signal };
    const reply = failureOf(wrap(lm).doGenerate(stopped));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort();
    expect(await reply).toBeInstanceOf(AbortedError);
    await closed(server);
  });

  it('closes the connection of a stream that its reader leaves', async () => {
    const { server, lm } = await service.serving(() => respond.pieces(twoWords()));
    for await (const part of wrap(lm).doStream(call)) {
      expect(part).toEqual({ kind: 'text', text: 'one ' });
      break;
    }
    await closed(server);
  });

  it('leaves the connection of a stream that was read to its end', async () => {
    const { server, lm } = await service.serving(['one two']);
    await collect(wrap(lm).doStream(call));
    expect(server.abandoned).toBe(0);
  });
});
