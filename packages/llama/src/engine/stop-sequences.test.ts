import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StopSequences } from './stop-sequences.js';

/** Few letters, so that sequences occur, overlap and begin in vain. */
const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength });

function feed(
  pieces: readonly string[],
  sequences: readonly string[],
): { given: string[]; reached: boolean } {
  const stops = new StopSequences(sequences);
  const given = pieces.map((piece) => stops.push(piece));
  return { given: [...given, stops.end()], reached: stops.reached };
}

/** The text before the sequence that is complete first, reading one character after the other. */
function before(text: string, sequences: readonly string[]): string | undefined {
  for (let end = 1; end <= text.length; end += 1) {
    const complete = sequences.filter((sequence) => text.slice(0, end).endsWith(sequence));
    if (complete.length > 0) return text.slice(0, end - Math.max(...complete.map(({ length }) => length)));
  }
  return undefined;
}

describe('StopSequences', () => {
  it('ends the text before the first sequence, however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(letters(0, 4)), fc.array(letters(1, 4), { maxLength: 3 }), (pieces, sequences) => {
        const text = pieces.join('');
        const expected = before(text, sequences);
        const { given, reached } = feed(pieces, sequences);
        expect(given.join('')).toBe(expected ?? text);
        expect(reached).toBe(expected !== undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds back no more than what may begin a sequence', () => {
    expect(feed(['ab', 'cEN', 'x'], ['END']).given).toEqual(['ab', 'c', 'ENx', '']);
  });

  it('gives everything at once where there are no sequences', () => {
    expect(feed(['a', 'b'], []).given).toEqual(['a', 'b', '']);
  });
});
