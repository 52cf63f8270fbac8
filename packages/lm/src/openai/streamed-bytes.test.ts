import { respond } from '@sigil/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, collect, scriptedService } from './fixtures/scripted-service.js';

const service = scriptedService();
const sse = { 'content-type': 'text/event-stream; charset=utf-8' };
const text = 'Grüße, 東京 🎉 "a\\b"\u2028 \r\n done';

/** A stream as a server may write it: each way to end a line, comments, other fields. */
function streamOf(lineEnd: string, pieces: readonly string[] = Array.from(text)): Buffer {
  const event = (data: string): string => `event: message${lineEnd}data: ${data}${lineEnd}${lineEnd}`;
  const chunk = (delta: object, finish_reason: string | null): string =>
    event(JSON.stringify({ choices: [{ delta, finish_reason }] }));
  return Buffer.from(
    [
      `: keep-alive ü${lineEnd}${lineEnd}`,
      chunk({ role: 'assistant', content: '' }, null),
      ...pieces.flatMap((content) => [chunk({ content }, null), `:${lineEnd}${lineEnd}`]),
      chunk({}, 'stop'),
      event('[DONE]'),
    ].join(''),
  );
}

/** The bytes, cut at these places. */
function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const all = [0, ...places.toSorted((a, b) => a - b), bytes.length];
  return all.flatMap((start, at) => {
    const piece = bytes.subarray(start, all[at + 1] ?? bytes.length);
    return piece.length === 0 ? [] : [piece];
  });
}

describe('a streamed reply', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('is the same text wherever its bytes are cut, with lines that end in %s', async (_, lineEnd) => {
    const bytes = streamOf(lineEnd);
    const { server, lm } = await service.serving((request) =>
      respond.raw(200, sse, cutAt(bytes, JSON.parse(request.lastMessage) as number[])),
    );
    const places = fc.array(fc.nat(bytes.length), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const parts = await collect(
          lm.doStream({ messages: [{ role: 'user', content: JSON.stringify(cuts) }] }),
        );
        expect(parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')).toBe(text);
        expect(parts.at(-1)).toMatchObject({ kind: 'end', reply: { text, finishReason: 'stop' } });
      }),
      { numRuns: 25 },
    );
    expect(server.requests.length).toBeGreaterThan(0);
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('is the same text when every byte comes alone, with lines that end in %s', async (_, lineEnd) => {
    const bytes = streamOf(lineEnd, ['Grüße ', '🎉']);
    const { lm } = await service.serving([respond.raw(200, sse, cutAt(bytes, [...bytes.keys()]))]);
    expect((await collect(lm.doStream(call))).at(-1)).toMatchObject({ reply: { text: 'Grüße 🎉' } });
  });

  it('shows each part before the next one is sent', async () => {
    const shown: string[] = [];
    let asked = 0;
    async function* pieces(): AsyncGenerator<string> {
      for (const piece of ['team: ', 'bil', 'ling']) {
        asked++;
        yield piece;
        // Nothing more comes until what was sent is there.
        while (shown.length < asked) await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const { lm } = await service.serving([respond.pieces(pieces())]);
    for await (const part of lm.doStream(call)) if (part.kind === 'text') shown.push(part.text);
    expect(shown).toEqual(['team: ', 'bil', 'ling']);
  });

  it('of one large event is read, and one whose last event has no end', async () => {
    const large = 'ü'.repeat(3_000_000);
    const bytes = streamOf('\n', [large]);
    const unended = Buffer.from(
      streamOf('\n', ['one ', 'two'])
        .toString()
        .replace(/\n*(?:event: message\n)?data: \[DONE\]\n*$/u, ''),
    );
    const { lm } = await service.serving([respond.raw(200, sse, [bytes]), respond.raw(200, sse, [unended])]);
    expect((await collect(lm.doStream(call))).at(-1)).toMatchObject({ reply: { text: large } });
    expect((await collect(lm.doStream(call))).at(-1)).toMatchObject({ reply: { text: 'one two' } });
  });
});
