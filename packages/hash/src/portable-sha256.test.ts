import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest as ofNode } from './node-sha256.js';
import { digest } from './portable-sha256.js';

describe('the SHA-256 of places without node:crypto', () => {
  it('is that of Node, for texts and for bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 })), (data) => {
        expect(digest(data)).toBe(ofNode(data));
      }),
    );
  });

  it('reads half of a surrogate pair as Node does', () => {
    expect(digest('a\ud800b')).toBe(ofNode('a\ud800b'));
  });
});
