import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksOff } from './breaks-off.js';

const objects = fc
  .dictionary(fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', 'a') }), fc.jsonValue())
  .map((value) => JSON.stringify(value));

describe('the JSON of an object', () => {
  it('breaks off wherever it is cut', () => {
    fc.assert(
      fc.property(objects, fc.nat(), (json, at) => {
        const cut = json.slice(0, 1 + (at % (json.length - 1)));
        expect(breaksOff(`\n${cut}`)).toBe(true);
      }),
    );
  });

  it('does not break off where it is whole, whatever follows', () => {
    fc.assert(
      fc.property(objects, fc.constantFrom('', '\n', ' junk', '{'), (json, rest) => {
        expect(breaksOff(json + rest)).toBe(false);
      }),
    );
  });

  it.each(['', '<html>', '[1', 'data: {"a"', '"text'])('is not what %j begins', (text) => {
    expect(breaksOff(text)).toBe(false);
  });
});
