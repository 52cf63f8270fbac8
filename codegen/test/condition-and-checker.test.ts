import fc from 'fast-check';
import { Project, ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { readType } from '../src/index.js';
import { checkedType, readForm } from './checked-type.js';

const DECLARATIONS = `
enum Level { Low = 'low', High = 'high' }
enum Size { Small = 1, Large = 2 }
enum Only { One = 'one' }
type Sku = string & { readonly __brand: 'Sku' };
type Brand<T, N extends string> = T & { readonly __brand: N };
type Mark = ('a' | 'low') & { readonly __brand: 'Mark' };
type Box<T> = { value: T; more?: T[] };
type Meters = number & { readonly __brand: 'Meters' };
interface Named { name: string }
interface Nested { name: string; inner: Named; list?: string[] }
type Plain = { name: string };
type Weak = { name?: string; size?: number };
class Point { x = 1; y?: number }
type Tree = { name: string; children: Tree[] };
interface Node2 { name: string; children: Node2[] }
type Json2 = string | { [key: string]: Json2 };
declare const tag: unique symbol;
declare const other: unique symbol;
type Symbolic<T, N> = T & { readonly [tag]: N };
type Key = string & { readonly [tag]: 'Key' };
type Lock = string & { readonly [tag]: 'Lock' };
type Door = string & { readonly [other]: 'Key' };
type House = Plain & { readonly [tag]: 'House' };
type Marked = 'a' & { readonly __brand: 'A' };
type Twice = Marked | ('a' & { readonly __brand: 'B' });
type Both = string & { readonly __brand: 'Sku' } & { readonly __unit: 'kg' };
`;

const SIMPLE = [
  ["'a'", "'low'", "'1'", "'a-1'", "'get-x'", '1', '2', 'true', 'false', 'null', 'undefined'],
  ['string', 'number', 'boolean', 'bigint', 'Date', 'unknown', 'never', 'object', '{}'],
  ['`a-${string}`', '`${string}-1`', '`a-${number}`', '`${string}-${number}`', "`${'a' | 'b'}-${number}`"],
  ['`${number}`', '`x${string}${number}`', '`${string}-${string}`', "'a-b-1'", "'x1'", '`${bigint}`', "'01'"],
  ['Level', 'Level.Low', 'Size', 'Size.Small', 'Only', 'Only.One'],
  ['Sku', "Brand<string, 'Sku'>", "Brand<string, 'Other'>", 'Meters', 'Mark', "'a' | (string & {})"],
  ['Named', 'Nested', 'Plain', 'Weak', 'Point', 'Tree', 'Node2', 'Json2'],
  ['{ length: number }', '{ a: string }', '{ a?: string }', '{ 0: string }', '{ name: string; size: 1 }'],
  ['Record<string, unknown>', 'Record<string, any>', 'Record<string, string>', '{ [key: number]: string }'],
  ['Key', 'Lock', 'Door', 'House', "Symbolic<string, 'Key'>", 'Marked', 'Twice', 'Both', "Marked | 'b'"],
  ["Record<'name', string>", "Pick<Nested, 'name'>", 'Partial<Named>', 'Required<Weak>', 'Named & Plain'],
].flat();

const word = fc.constantFrom('a', 'b', 'name', 'kind', 'length', '0');

const { type: anyType } = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: fc.constantFrom(...SIMPLE) },
    tie('type').map((item) => `Array<${item}>`),
    tie('type').map((item) => `ReadonlyArray<${item}>`),
    tie('type').map((item) => `Set<${item}>`),
    tie('type').map((item) => `Box<${item}>`),
    tie('type').map((item) => `ReadonlySet<${item}>`),
    tie('type').map((item) => `Map<string, ${item}>`),
    tie('type').map((item) => `Record<string, ${item}>`),
    tie('type').map((item) => `Partial<Record<string, ${item}>>`),
    fc
      .tuple(
        fc.array(tie('type'), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('', 'readonly '),
        fc.constantFrom('', '?', '...'),
      )
      .map(([items, readonly, last]) => {
        const [end = 'string', ...others] = items.toReversed();
        const written = last === '...' ? `...Array<${end}>` : `(${end})${last}`;
        return `${readonly}[${[...others.map((one) => `(${one})`), written].join(', ')}]`;
      }),
    fc
      .uniqueArray(fc.tuple(word, fc.constantFrom('', '?'), tie('type')), {
        minLength: 1,
        maxLength: 3,
        selector: ([name]) => name,
      })
      .map((members) => `{ ${members.map(([name, mark, one]) => `${name}${mark}: ${one}`).join('; ')} }`),
    fc
      .array(tie('type'), { minLength: 2, maxLength: 3 })
      .map((parts) => `(${parts.map((one) => `(${one})`).join(' | ')})`),
  ),
}));

/** Two types of which neither has to do with the other, or one that is close to the other. */
const pair = fc.oneof(
  fc.tuple(anyType, anyType),
  fc.tuple(fc.constantFrom(...SIMPLE), fc.constantFrom(...SIMPLE, 'any')),
  anyType.map((type): [string, string] => [type, type]),
  fc
    .tuple(
      fc.constantFrom(...SIMPLE),
      fc.constantFrom(...SIMPLE),
      fc.constantFrom('Array<?>', '{ a: ? }', '[?]', 'Set<?>', '{ a?: ? }'),
    )
    .map(([one, other, around]): [string, string] => [
      around.replace('?>', `${one}>`).replace('? }', `${one} }`).replace('[?]', `[${one}]`),
      around.replace('?>', `${other}>`).replace('? }', `${other} }`).replace('[?]', `[${other}]`),
    ]),
);

function conditionOf([one, other]: readonly [string, string]): string {
  return `(${one}) extends (${other}) ? 'yes' : 'no'`;
}

/** What the checker says of each pair, all of them in one program. */
function checked(sources: readonly string[]): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'] },
  });
  const lines = sources.map((source, at) => `type T${at} = ${source};`);
  const file = project.createSourceFile('source.ts', `${DECLARATIONS}${lines.join('\n')}\nexport {};\n`);
  return sources.map((_, at) => file.getTypeAliasOrThrow(`T${at}`).getType().getText());
}

/** What the reader says: `refused` where it leaves the decision to the author. */
function decided(source: string): string {
  try {
    const type = readType(`${DECLARATIONS}type T = ${source};\nexport {};\n`, 'T');
    return type.kind === 'enum' ? type.values.map((value) => JSON.stringify(value)).join(' | ') : type.kind;
  } catch {
    return 'refused';
  }
}

/** Conditions that go through the parts of a union, take something out of a type, or make an object. */
const MADE = [
  "type U<V> = V extends any ? { v: V } : string; type T = U<'a' | 'b'>;",
  "type T = Exclude<'a-1' | 'b-1', `a-${string}`>;",
  "type T = Extract<'get-x' | 'set-x', `get-${string}`>;",
  "type T = Exclude<Level | 'x', 'low'>;",
  "type T = Exclude<'a' | 'b' | (string & {}), 'a'>;",
  "type F<X> = X extends null | undefined ? never : X; type T = F<'a' | null | undefined>;",
  "type O = { a?: string; b: string }; type T = { [K in keyof O]: O[K] extends string ? 's' : 'o' };",
  "type O = { a?: string; b: string }; type T = { [K in keyof O]-?: O[K] extends string ? 's' : 'o' };",
  "type O = { 1: string; b: string; '2': string }; type T = { [K in keyof O & string]: O[K] };",
  'type O = { 1: string; b: string }; type T = { [K in keyof O as K extends string ? K : never]: O[K] };',
  "type O = { 1: string; b: string; '2': string }; type T = keyof O;",
  'type T = [1, 2] extends (infer I)[] ? I : 0;',
  'type T = readonly [1, 2] extends (infer I)[] ? I : 0;',
  "type F<X> = X extends `${infer A}-${number}` ? A : 0; type T = F<'a-b-1' | 'a-1'>;",
  "type F<X> = X extends [infer A extends string, ...unknown[]] ? A : 0; type T = F<['a', 1] | [1, 'a']>;",
  "type F<X> = X extends { type?: infer K } ? K : never; type T = F<{ type?: 'a' }>;",
  "type F<X> = X extends { type: infer K } ? K : never; type T = F<{ type?: 'a' } | { type: 'b' }>;",
  'type F<X> = X extends (...all: any[]) => any ? 1 : X extends Function ? 2 : X; type T = F<{ a: 1 } | string>;',
];

describe('the reader decides a condition', () => {
  it('as the checker of TypeScript does, or refuses to', () => {
    const { seed } = fc.readConfigureGlobal();
    const pairs = fc.sample(pair, { numRuns: 600, ...(seed === undefined ? {} : { seed }) });
    const sources = [...new Set(pairs.map(conditionOf))];
    const expected = checked(sources);
    const wrong = sources.flatMap((source, at) => {
      const found = decided(source);
      const said = expected[at] ?? '';
      return found === 'refused' || found === said ? [] : [`${source}: ${found}, not ${said}`];
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('and refuses few of those that people write', () => {
    const pairs = SIMPLE.flatMap((one, at) =>
      SIMPLE.filter((_, other) => (at + other) % 5 === 0).map((other): [string, string] => [one, other]),
    );
    const refused = pairs.filter((one) => decided(conditionOf(one)) === 'refused');
    expect(refused.length / pairs.length).toBeLessThan(0.05);
  }, 120_000);

  it.each(MADE)('as the checker does: %s', (source) => {
    const module = `${DECLARATIONS}${source}\nexport {};\n`;
    expect(readForm(readType(module, 'T'))).toBe(checkedType(module, 'T'));
  });

  it('says where it cannot, and what to write', () => {
    const source = "type T = { k: 'a' | 'b' } extends { k: 'a' } | { k: 'b' } ? 'yes' : 'no';";
    const message = 'which cannot be decided here. Hint: write the type out';
    expect(() => readType(source, 'T')).toThrow(message);
  });
});
