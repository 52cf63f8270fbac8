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
      'type T = ReturnType<() => string>;',
      "1:10 Cannot read type 'T': its type is 'ReturnType<() => string>'.",
    ],
    [
      "type T = [1, 2]['length'];",
      "1:10 Cannot read type 'T': its type is '[1, 2]['length']', which leads to nothing.",
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
