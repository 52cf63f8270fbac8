import type { LMReply } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { streamOf } from './stream-of.js';

const reply: LMReply = { text: 'abc', finishReason: 'stop', model: 'm' };

describe('streamOf', () => {
  it('gives the texts in order and the reply at the end, without empty parts', async () => {
    const parts = [];
    const stream = streamOf(
      async (onText) => {
        for (const text of ['a', '', 'bc']) onText(text);
        return reply;
      },
      () => {},
    );
    for await (const part of stream) parts.push(part);
    expect(parts).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'bc' },
      { kind: 'end', reply },
    ]);
  });

  it('tells the reply that its reader has left', async () => {
    let wanted = true;
    const stopped = new Promise<void>((resolve) => {
      const stream = streamOf(
        async (onText) => {
          while (wanted) {
            wanted = onText('a');
            await new Promise((next) => setImmediate(next));
          }
          resolve();
          return reply;
        },
        () => {},
      );
      void stream.next().then(() => stream.return(undefined));
    });
    await stopped;
    expect(wanted).toBe(false);
  });

  it('throws what the reply throws, after the texts that came before', async () => {
    const stream = streamOf(
      async (onText) => {
        onText('a');
        throw new Error('broken');
      },
      () => {},
    );
    expect((await stream.next()).value).toEqual({ kind: 'text', text: 'a' });
    await expect(stream.next()).rejects.toThrow('broken');
  });
});
