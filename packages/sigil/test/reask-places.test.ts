import { ConstraintError, ReplyError } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { badReplies, type Pieces, type Wanted } from './bad-replies.js';
import { runOf } from './predictor-of.js';

/** What opens and closes remarks, as the turn that asks again says it. */
function marksOf(turn: string): ReadonlyMap<Wanted['notation'], readonly [open: string, close: string]> {
  const shown = /remarks \((.*)\) behind/u.exec(turn)?.[1]?.split(' or ') ?? [];
  return new Map(
    shown.map((mark) => {
      const [open = '', close = ''] = mark.split(' ...');
      const notation = close === '' ? 'line' : close === ' */' ? 'json' : 'tag';
      return [notation, [`${notation === 'line' ? '   ' : ' '}${open} `, close]] as const;
    }),
  );
}

/** The pieces as one text, each remark as it should be. */
function withRemarks(pieces: Pieces, turn: string): string {
  const marks = marksOf(turn);
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const [open, close] = marks.get(piece.notation) ?? ['no mark', ''];
      return `${open}${piece.words}${close}`;
    })
    .join('');
}

it('shows a reply again as it came, with a remark right behind each bad value and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(badReplies, async ({ outputs, pieces }) => {
      const reply = pieces.filter((piece) => typeof piece === 'string').join('');
      fc.pre(reply.length <= 4000);
      const lm = new FakeLM([reply, reply]);
      const error: unknown = await runOf(outputs, lm).catch((caught: unknown) => caught);
      if (!ConstraintError.isInstance(error))
        throw ReplyError.isInstance(error) ? error : new Error(String(error));
      expect(lm.calls).toHaveLength(2);
      const turn = lm.calls[1]?.messages.at(-1)?.content ?? '';
      const [, fence, shown] = /\n\n(`{3,})\n([^]*)\n\1\n\nWrite the whole/u.exec(turn) ?? [];
      expect(shown).toBe(withRemarks(pieces, turn));
      // Whoever takes the remarks away has the reply, and nothing in it closes the fence.
      let without = shown ?? '';
      for (const [open, close] of marksOf(turn).values())
        without = without
          .split(open)
          .map((part, at) => (at === 0 ? part : behind(part, close)))
          .join('');
      expect(without).toBe(reply);
      expect(shown).not.toContain(fence);
    }),
    { numRuns: 200 },
  );
});

/** What stands behind a remark. */
function behind(part: string, close: string): string {
  const end = part.indexOf(close === '' ? '\n' : close);
  return end < 0 ? '' : part.slice(end + close.length);
}
