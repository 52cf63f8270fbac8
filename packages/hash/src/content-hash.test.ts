import { canonicalJson, contentHash, sha256 } from './index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('contentHash', () => {
  it('is h: and the first 16 digits of the SHA-256 of the canonical JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const hash = contentHash(value);
        expect(hash).toMatch(/^h:[0-9a-f]{16}$/);
        expect(sha256(canonicalJson(value)).startsWith(hash.slice(2))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(contentHash({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('never changes: hashes are committed in files', () => {
    expect(contentHash({ name: 'message', type: { kind: 'string' } })).toBe('h:dfd9750add099251');
  });

  it('refuses what canonical JSON refuses', () => {
    expect(() => contentHash(new Map())).toThrow(TypeError);
  });
});

describe('sha256', () => {
  it('gives the digest of the empty text that FIPS 180-4 implementations give', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('reads a text as its UTF-8 bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => sha256(text) === sha256(new TextEncoder().encode(text)),
      ),
    );
  });
});
