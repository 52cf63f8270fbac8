import { ConnectionError, RateLimitError, type LanguageModelError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { retryNotice } from './retry-notice.js';

const where = { model: 'm', endpoint: 'e' };
const call = { messages: [] };

/** What was told of waits, each given as the time at which it begins and the error that it follows. */
function told(
  waits: readonly (readonly [at: number, delayMs: number, error: LanguageModelError])[],
): string[] {
  let now = 0;
  const lines: string[] = [];
  const notice = retryNotice(
    (text) => lines.push(`${now}: ${text}`),
    () => now,
  );
  for (const [at, delayMs, error] of waits) {
    now = at;
    notice({ call, error, retry: 1, delayMs });
  }
  return lines;
}

describe('the notice of a wait', () => {
  const limited = (milliseconds: number): RateLimitError => new RateLimitError(milliseconds, where);

  it('is one for calls that wait at once, and comes again with the next wait', () => {
    const times = [0, 3, 9, 2500, 4000, 4002];
    const lines = told(times.map((at) => [at, 3000 + at / 7, limited(3000 + at / 7)]));
    expect(lines.map((line) => line.split(':', 1)[0])).toEqual(['0', '4000']);
  });

  it('is one of each kind', () => {
    expect(
      told([
        [0, 900, limited(900)],
        [1, 900, new ConnectionError('reset', where)],
        [2, 900, limited(900)],
      ]),
    ).toEqual([
      expect.stringMatching(/^0: .* asking to wait 0\.9 s\. .* Next try in 1 s\.$/),
      expect.stringMatching(/^1: .* \(reset\)\. .* Next try in 1 s\.$/),
    ]);
  });
});
