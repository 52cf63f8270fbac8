import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WholeCharacters } from './whole-characters.js';

/** Tokens are runs of bytes, as in a byte-level vocabulary. */
const detokenize = (tokens: readonly Buffer[]): string => Buffer.concat(tokens).toString('utf8');

describe('WholeCharacters', () => {
  it('gives each character once and whole, however its bytes are cut into tokens', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\uFFFD'));
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (value, lengths) => {
        const bytes = Buffer.from(value);
        const characters = new WholeCharacters(detokenize);
        const given: string[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const length = lengths[turn % lengths.length] ?? 1;
          given.push(characters.push(bytes.subarray(at, at + length)));
          at += length;
        }
        given.push(characters.end());
        expect(given.join('')).toBe(bytes.toString('utf8'));
        for (const piece of given) expect(piece).not.toContain('\uFFFD');
      }),
    );
  });

  it('gives at the end what never became a character', () => {
    const characters = new WholeCharacters(detokenize);
    expect(characters.push(Buffer.from([0xf0, 0x9f]))).toBe('');
    expect(characters.end()).toBe('\uFFFD');
  });
});
