import { describe, expect, it } from 'vitest';
import { readType } from '../src/index.js';
import { checkedType, readForm } from './checked-type.js';

const BRANDS = `
declare const tag: unique symbol;
type Id = string & { readonly [tag]: 'Id' };
type Key = string & { readonly [tag]: 'Key' };
type A = 'a' & { readonly __brand: 'A' };
type B = 'a' & { readonly __brand: 'B' };
`;

describe('an intersection is read as the checker of TypeScript has it', () => {
  it.each([
    'type T = `${number}` & string;',
    "type T = `a-${string}` & ('a-1' | 'b-1');",
    'type T = string & {};',
    'type T = (string | null) & {};',
    "type T = ('a' | 'b' | null | undefined) & {};",
    'type T = (string | null | { a: 1 }) & object;',
    'type T = { a: unknown } & { a: string };',
    'type T = { a: string } & unknown;',
    'type T = ({ a: 1 } | { b: 2 }) & { c: 3 };',
    'type T = ({ a: 1 } | null) & { c: 3 };',
    'type T = { a: 1 } & Partial<{ a: number; b: 2 }>;',
    'type T = { a?: string } & { a: string | undefined };',
    'type T = { a: { x: 1 } } & { a: { y: 2 } };',
    'type T = Record<string, { a: 1 }> & Record<string, { b: 2 }>;',
    'interface Tree { name: string; children: Tree[] } type T = Tree & { extra: number };',
    `type Without<A, B> = { [P in Exclude<keyof A, keyof B>]?: never };
type Either<A, B> = (Without<A, B> & B) | (Without<B, A> & A);
type T = Either<{ a: string }, { b: number }>;`,
    'type T = { a: 1 } & Partial<Record<"b", never>>;',
    `${BRANDS}type T = { a: Id & string; b: Id & {} };`,
  ])('%s', (source) => {
    const module = `${source}\nexport {};\n`;
    expect(readForm(readType(module, 'T'))).toBe(checkedType(module, 'T'));
  });

  it('with the limits of both, and lists that one of them may change', () => {
    const source = `
/** @minLength 2 */
type Long = string;
/** @maxLength 5 */
type Short = string;
type T = { a: Long; b: readonly string[] } & { a: Short; b: string[] };`;
    expect(readType(source, 'T')).toMatchObject({
      properties: [
        { name: 'a', type: { constraints: { minLength: 2, maxLength: 5 } } },
        { name: 'b', type: { kind: 'array', items: { kind: 'string' } } },
      ],
    });
  });

  it.each([
    ['string & number', "an intersection of 'string' and 'number', which have no value in common"],
    ['string & object', "an intersection of 'object' and 'string', which have no value in common"],
    [
      '`a${string}` & `${string}b`',
      "an intersection of '`a${string}`' and '`${string}b`', which are not merged",
    ],
    ['{ a: 1 }[] & { b: 2 }[]', "an intersection of '{ a: 1 }[]' and '{ b: 2 }[]', which are not merged"],
    // One of the alternatives is none that could be left out.
    [
      '(string[] | { a: 1 }) & string[]',
      "an intersection of '{ a: 1 }' and 'string[]', which are not merged",
    ],
    ['{ a: 1 } & { a: 2 }', "in which no value fits both types of 'a': '1' and '2'"],
    ['{ a?: never } & { a: string }', "an intersection in which 'a' has to be there and must not"],
  ])('or refused for what it is: %s', (type, message) => {
    expect(() => readType(`type T = ${type};`, 'T')).toThrow(message);
  });
});

describe('a brand is known in conditions', () => {
  it.each([
    `type C<X> = X extends Id ? 'yes' : 'no'; type T = [C<Id>, C<Key>, C<string>, C<'a'>, C<Id | null>];`,
    `type C<X> = X extends A ? 1 : 2; type T = [C<A | B>, C<A | 'b'>, C<A | 'a'>, C<B>, C<'b' | B>];`,
    `type T = { both: A | B; rest: Exclude<A | B, A>; other: Exclude<A | 'b', A> };`,
    `type Box = { a: 1 } & { readonly [tag]: 'Box' }; type C<X> = X extends Box ? 'yes' : 'no'; type T = [C<Box>, C<{ a: 1 }>];`,
  ])('%s', (source) => {
    const module = `${BRANDS}${source}\nexport {};\n`;
    expect(readForm(readType(module, 'T'))).toBe(checkedType(module, 'T'));
  });

  it('but nothing is inferred from it', () => {
    const source = 'type U<X> = X extends { __brand: infer N } ? N : 0; type T = U<A>;';
    expect(() => readType(BRANDS + source, 'T')).toThrow('which cannot be decided here');
  });
});
