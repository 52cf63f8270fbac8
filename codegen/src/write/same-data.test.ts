import { describe, expect, it } from 'vitest';
import { sameData } from './same-data.js';

describe('sameData', () => {
  it.each([
    ["{ a: 'b' }", '{ a: "b" }'],
    ["{ a: 'b' }", "{ 'a': 'b', }"],
    ["{ 'a-b': 1 }", '{\n\t"a-b": 1.0,\n}\n'],
    ['interface A { a: 1; b?: 2 }', 'interface A {\n  a: 1\n  b?: 2\n}'],
    ['(value) => value ?? 1', 'value => value ?? 1'],
    ["a: 'x' | 'y';", "a:\n  | 'x'\n  | 'y';"],
    ["['it\\'s']", '["it\'s"]'],
    ["'\\u2028'", "'\\u{2028}'"],
    ['[1e21]', '[1E+21]'],
    ['a; // b\n', '/* c */ a;'],
    ['f(/[/]/, 1)', 'f(/[/]/, 1,)'],
    ['(a) => /[`]/u', 'a => /[`]/u'],
    ["a: `x-${number}-${'b' | 'c'}`;", 'a: `x-${number}-${"b" | "c"}`'],
    ["a: 'x' | B & { c: 1 };", "a:\n  | 'x'\n  | (B & { c: 1 });"],
    ['a: [B | C, D]', 'a: [\n  (\n    | B\n    | C\n  ),\n  D,\n]'],
    ['a: Map<B, C | D>', 'a: Map<\n  B,\n  (C | D)\n>'],
    ['a: [(string)?, (B)[]]', 'a: [string?, B[]]'],
  ])('is true for %j and %j', (wanted, found) => {
    expect(sameData(wanted, found)).toBe(true);
    expect(sameData(found, wanted)).toBe(true);
  });

  it.each([
    ["{ a: 'b' }", "{ a: 'c' }"],
    ["{ a: 'b' }", '{ a: b }'],
    ["{ a: '1' }", '{ a: 1 }'],
    ['[1, 2]', '[1 2]'],
    ['interface A { a: 1; b?: 2 }', 'interface A { a: 1 b?: 2 }'],
    ['f(/a/)', 'f(/b/)'],
    ['f(/a/)', "f('a')"],
    ['a', 'a b'],
    ['a', '`${a}`'],
    ['a: `x-${number}`', 'a: `x-${string}`'],
    ['a: `x-${number}`', 'a: `y-${number}`'],
    ["a: `${'b'}`", 'a: `${b}`'],
    ["a: ('b' | C)[]", "a: 'b' | C[]"],
    ['a: (B & C)[]', 'a: B & C[]'],
    ['a: [(B | C)?]', 'a: [B | C?]'],
    ['a: [(B | C)[], D]', 'a: [B | C[], D]'],
    ['a: [(B | C) & D]', 'a: [B | C & D]'],
    ['a: (B & C) | D', 'a: B & (C | D)'],
    ['a: () => b', 'a: b'],
    ['f(a)', 'f a'],
    ['a', "'"],
    ['[1, -2]', '[1, 2]'],
  ])('is false for %j and %j', (wanted, found) => {
    expect(sameData(wanted, found)).toBe(false);
  });
});
