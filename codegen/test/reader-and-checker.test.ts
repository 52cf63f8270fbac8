import { describe, expect, it } from 'vitest';
import { readType } from '../src/index.js';
import { checkedType, readForm } from './checked-type.js';
import { TYPES } from './types-in-the-wild.js';

describe('the reader of types finds what the checker of TypeScript finds', () => {
  it.each(Object.entries(TYPES))('for %s', (_, source) => {
    const module = `${source}\nexport {};\n`;
    expect(readForm(readType(module, 'T'))).toBe(checkedType(module, 'T'));
  });

  it.each([
    [
      'const load = () => 1;\ntype T = ReturnType<typeof load>;',
      "2:10 Cannot read type 'T': its type is 'ReturnType<typeof load>', of a function that does not say what it returns.",
    ],
    [
      'declare function load<I>(id: I): I;\ntype T = Parameters<typeof load>;',
      "2:10 Cannot read type 'T': its type is 'Parameters<typeof load>', of a function with type parameters.",
    ],
    [
      'function load(id) { return 1 }\ntype T = Parameters<typeof load>;',
      "2:10 Cannot read type 'T': its type is 'Parameters<typeof load>', of which the parameter 'id' has no written type.",
    ],
    [
      'type T = ReturnType<string>;',
      "1:10 Cannot read type 'T': its type is 'ReturnType<string>', which leads to no function of the source.",
    ],
    [
      'declare function f(): string;\nconst X = { a: [1, f()] } as const;\ntype T = typeof X;',
      "3:10 Cannot read type 'T': its type is 'typeof X', of which 'f()' is computed. Hint: write the type out",
    ],
    [
      "const A = 'a';\nconst X = [A];\ntype T = typeof X;",
      "3:10 Cannot read type 'T': its type is 'typeof X', of which 'A' is computed. Hint: add 'as const', or",
    ],
    [
      'const X = [X] as const;\ntype T = typeof X;',
      "2:10 Cannot read type 'T': its type is 'typeof X', of which 'X' is computed.",
    ],
    [
      "import { z } from 'zod';\nconst X = z.string();\ntype T = z.infer<typeof X>;",
      "3:10 Cannot read type 'T': its type is 'z.infer<typeof X>', which zod infers from a value. Hint: write an interface, and let it check the schema: const schema: z.ZodType<Item> = z.object(..)",
    ],
    [
      "import type { Item } from 'nope';\ntype T = Item;",
      "2:10 Cannot read type 'T': its type is 'Item', of which no declaration was found in 'nope'. Hint: check that 'nope' is installed and declares the name: is it built?",
    ],
    [
      'type Map2<V> = { [K in keyof V]?: V[K] };\ntype T = Map2<Map<string, 1>>;',
      "1:24 Cannot read type 'T': its type is 'keyof V' of 'Map<string, 1>', which names no properties. Hint: write the names out; a generic leaves it alone with 'V extends Map<string, 1> ? ..'.",
    ],
    [
      "type T = keyof Map<'a', 1>;",
      "1:10 Cannot read type 'T': its type is 'keyof Map<'a', 1>', which names no properties.",
    ],
    [
      'type T = Map<string>;',
      "1:10 Cannot read type 'T': its type is 'Map<string>'. Hint: write 'Map<K, V>'.",
    ],
    [
      "interface A { b: 1; c: 2 }\ntype T = A['d'];",
      "2:10 Cannot read type 'T': its type is 'A['d']', which leads to nothing. Hint: its properties are 'b', 'c'.",
    ],
    [
      "type T = Map<string, 1>['a'];",
      "1:10 Cannot read type 'T': its type is 'Map<string, 1>['a']', which leads to nothing.",
    ],
    [
      'type T = Partial<string[]>;',
      "1:18 Cannot read type 'T': 'undefined' is no value that a prompt can hold. Path: T → each item → string | undefined. Hint: a mapped type with '?' makes the items of a list undefined: leave lists as they are, 'T extends readonly unknown[] ? T : { [K in keyof T]?: .. }', or write the type out.",
    ],
    [
      'type Deep<V> = V extends object ? { [K in keyof V]?: Deep<V[K]> } : V;\ntype T = Deep<{ a: string[] }>;',
      "2:20 Cannot read type 'T': 'undefined' is no value that a prompt can hold. Path: T → a → each item → string | undefined.",
    ],
    [
      'type T = { [K in keyof Date]: 1 };',
      "1:18 Cannot read type 'T': its type is 'keyof Date', which names no properties.",
    ],
  ])('or says where it does not: %s', (source, message) => {
    expect(() => readType(source, 'T')).toThrow(message);
  });
});
