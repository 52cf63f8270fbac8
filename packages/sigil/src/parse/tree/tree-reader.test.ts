import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJson } from '../fit/plain-json.js';
import { readRoots } from './read-roots.js';
import { TreeReader } from './tree-reader.js';

/** Text that has in it what a reader of JSON with mistakes looks for. */
const character = fc.constantFrom(...Array.from('{}[]:,"\\\'`“”‘’#/*+-. \n\t\u00a0ab01'));
const word = fc.constantFrom(
  '\\n',
  '//',
  '/*',
  '*/',
  '": ',
  '", "',
  '","',
  '"}',
  '```',
  '"a": 1',
  '...',
  'a: ',
);
const piece = fc.oneof({ weight: 3, arbitrary: character }, word);
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('a tree of a reply', () => {
  it('has of JSON what JSON.parse has, in any layout and in pieces of any size', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 9 }), (value, indent, size) => {
        const written = JSON.stringify([value], null, indent);
        const [whole] = readRoots(written, undefined);
        expect(whole === undefined ? undefined : plainJson(whole)).toEqual(JSON.parse(written));
        const reader = new TreeReader(undefined);
        for (let at = 0; at < written.length; at += size) reader.push(written.slice(at, at + size));
        reader.end();
        expect(reader.roots).toEqual([whole]);
      }),
      { numRuns: 3000 },
    );
  });
});
