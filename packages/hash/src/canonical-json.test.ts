import { canonicalJson } from './index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Any JSON value, as JSON.parse gives it: fast-check also makes minus zero. */
const json = fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text));

/** The same value with the members of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map(Object.entries(value));
  return Object.fromEntries(
    order([...members.keys()]).map((key) => [key, shuffled(members.get(key), order)]),
  );
}

describe('canonicalJson', () => {
  it('sorts keys by code unit and writes no blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x y' }], a: true, B: -0.5 })).toBe(
      '{"B":-0.5,"a":true,"b":[1,{"c":"x y","d":null}]}',
    );
  });

  it('is read back by JSON.parse as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toStrictEqual(value);
      }),
    );
  });

  it('does not depend on the order in which members were added', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value, (keys) => keys.reverse()))).toBe(canonicalJson(value));
      }),
    );
  });

  it('writes what it reads back as the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('gives different values different texts', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const same =
          JSON.stringify(shuffled(a, (keys) => keys.sort())) ===
          JSON.stringify(shuffled(b, (keys) => keys.sort()));
        expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
      }),
    );
  });

  it('writes minus zero as zero: they are equal', () => {
    expect(canonicalJson([-0])).toBe('[0]');
  });

  it('leaves out undefined members', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('writes objects without a prototype and a member called __proto__', () => {
    const bare: unknown = Object.assign(Object.create(null), { b: 1, a: 2 });
    expect(canonicalJson(bare)).toBe('{"a":2,"b":1}');
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  it('writes a value twice where it stands twice without containing itself', () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
  });

  class Point {
    readonly x = 1;
  }
  const cycle: unknown[] = [];
  cycle.push({ cycle });

  it.each([
    ['undefined', undefined, 'undefined'],
    ['undefined in an array', [undefined], 'undefined'],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what is tested
    ['a hole in an array', [1, , 2], 'undefined'],
    ['NaN', Number.NaN, 'NaN'],
    ['an infinity', Number.NEGATIVE_INFINITY, '-Infinity'],
    ['a bigint', 1n, 'a bigint'],
    ['a symbol', Symbol('s'), 'a symbol'],
    ['a function', () => 1, 'a function'],
    ['a Date', new Date(0), 'an instance of Date'],
    ['a Map', new Map([[1, 2]]), 'an instance of Map'],
    ['a Set', new Set([1]), 'an instance of Set'],
    ['a RegExp', /x/, 'an instance of RegExp'],
    ['bytes', new Uint8Array(2), 'an instance of Uint8Array'],
    ['a boxed string', Object('text'), 'an instance of String'],
    ['a class instance', new Point(), 'an instance of Point'],
    ['a promise', Promise.resolve(1), 'an instance of Promise'],
    ['a symbol key', { [Symbol('hidden')]: 1 }, 'an object with symbol keys'],
    ['a toJSON method', { toJSON: () => 1 }, 'a function'],
    ['a cycle', cycle, 'a value that contains itself'],
  ])('refuses %s', (_name, value, found) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(found);
  });

  it('names the path to what it refuses', () => {
    expect(() => canonicalJson({ rows: [{ at: 1 }, { at: new Date(0) }] })).toThrow(
      'Cannot write value["rows"][1]["at"] as JSON: got an instance of Date, expected null, a boolean,',
    );
  });
});
