/** Types as people write them; `T` is read. */
export const TYPES: Readonly<Record<string, string>> = {
  'a user of a shop': `
type Id<K extends string> = string & { readonly __brand: K };
interface Address { street: string; zip?: string; country: 'DE' | 'FR' }
interface User { id: Id<'User'>; name: string; emails: string[]; address: Address | null; billing?: Address; roles: Set<'admin' | 'user'> }
type T = User;`,
  'an API response with a generic payload': `
type Result<D, E = { code: number; message: string }> = { ok: true; data: D } | { ok: false; error: E };
interface Page<I> { items: I[]; next: string | null; total?: number }
type T = Result<Page<{ id: number }>>;`,
  'a generic with a default that names another': `
interface Event<N extends string = 'any', P = Record<N, number>> { name: N; payload: P }
type T = Event<'click' | 'key'>;`,
  'a recursive generic': `
type Nested<V> = { value: V; children?: Nested<V>[] };
type T = Nested<Date>;`,
  'two types that hold each other': `
interface Author { name: string; books: Book[] }
interface Book { title: string; author?: Author }
type T = Author;`,
  'a linked list': 'type T = { head: number; tail: T | null };',
  'Pick of an interface that inherits': `
interface Base { id: string; at: Date }
interface Post extends Base { title: string; body?: string }
type T = Pick<Post, 'id' | 'body'>;`,
  'Omit of what two bases give': `
interface A { a: string; shared: number }
interface B { b?: boolean; shared: number }
interface C extends A, B { c: null | string }
type T = Omit<C, 'a'>;`,
  'a base with its parameters given': `
interface Entity<I extends string | number> { id: I; tags: I[] }
interface Car extends Entity<number> { doors: 3 | 5 }
type T = Car;`,
  'an interface that narrows its base': `
interface Wide { kind: string; value: string | number }
interface T extends Wide { kind: 'narrow'; value: number }`,
  'an interface over Omit of another': `
interface Wide { kind: string; value: string; more: number }
interface T extends Omit<Wide, 'value' | 'more'> { value: Date }`,
  'an interface in two parts': `
interface T { a: string }
interface T { b?: number }`,
  'keys of a table': `
const TABLE = { small: 1, large: 2, 'extra large': 3 } as const;
type T = keyof typeof TABLE;`,
  'values of a table': `
const TABLE = { small: 1, large: 2, 'extra large': 3 } as const;
type T = (typeof TABLE)[keyof typeof TABLE];`,
  'items of a list': `
const LIST = ['a', 'b', 'c'] as const;
type T = (typeof LIST)[number];`,
  'items of a list with satisfies': `
const LIST = ['a', 'b'] as const satisfies readonly string[];
type T = (typeof LIST)[number];`,
  'a property of the items of a list': `
const LIST = [{ id: 'a', n: 1 }, { id: 'b', n: 2 }] as const;
type T = (typeof LIST)[number]['id'];`,
  'the items of a list as objects': `
const LIST = [{ id: 'a', n: 1 }, { id: 'b', n: 2 }] as const;
type T = (typeof LIST)[number];`,
  'the type of an object without as const': `
const USER = { name: 'x', age: 1, tags: ['a'], deep: { on: true } };
type T = typeof USER;`,
  'Record of a union': "type T = Record<'a' | 'b', { n: number }>;",
  'Record of an enum': "enum Level { Low = 'low', High = 'high' }\ntype T = Record<Level, number>;",
  'Partial of Record of an enum':
    "enum Level { Low = 'low', High = 'high' }\ntype T = Partial<Record<Level, number>>;",
  'Record in Record': 'type T = Record<string, Record<string, number[]>>;',
  'a record by number': 'type T = Record<number, string>;',
  'optional items of a tuple': 'type T = [string, number?, boolean?];',
  'a tuple with a rest': 'type T = [first: string, ...rest: number[]];',
  'a tuple spread into another': "type Head = [string, number];\ntype T = [...Head, 'end'];",
  'a generic tuple': 'type Pair<A, B = A> = [A, B];\ntype T = Pair<Date>;',
  'lists of lists': 'type T = ReadonlyArray<Array<readonly (string | null)[]>>;',
  'a namespace': `
namespace api { export namespace v1 { export interface Thing { at: Date; kind: Kind } export type Kind = 'a' | 'b' } }
type T = api.v1.Thing;`,
  'an abstract class': 'abstract class Shape { name!: string; size?: number }\ntype T = Shape;',
  'a class with parameters as properties': 'class T { constructor(public x: number, readonly y: string) {} }',
  'a class that extends another':
    'class A<V> { a!: V }\nclass T extends A<number> { b = 1; readonly c = "x" }',
  'keyof typeof an enum': 'enum Level { Low, High }\ntype T = keyof typeof Level;',
  'values of an enum as texts': "enum Level { Low = 'low', High = 'high' }\ntype T = `${Level}`;",
  'one member of an enum':
    "enum Level { Low = 'low', High = 'high' }\ntype T = { a: Level.Low; b: Exclude<Level, Level.Low> };",
  'NonNullable of a property': 'interface A { x?: { y?: string | null } }\ntype T = NonNullable<A["x"]>;',
  'a property behind a property': `
interface A { x?: { y?: string | null } }
type T = NonNullable<NonNullable<A['x']>['y']>;`,
  Exclude: "type T = Exclude<'a' | 'b' | 'c', 'b'>;",
  'Exclude of null': 'type T = Exclude<string | null | number[], null>;',
  'Extract of a variant': `
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type T = Extract<Shape, { kind: 'square' }>;`,
  'Exclude of a variant': `
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number } | { kind: 'dot' };
type T = Exclude<Shape, { kind: 'dot' }>;`,
  'the kinds of a union': `
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type T = Shape['kind'];`,
  Required: 'type T = Required<{ a?: string; b: number; c?: null | string }>;',
  'Readonly of Partial': 'type T = Readonly<Partial<{ a: string; b: number[] }>>;',
  'a property made optional': `
type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
type T = Optional<{ a: string; b: number; c: Date }, 'b'>;`,
  'a property made another': `
type Replace<T, R> = Omit<T, keyof R> & R;
type T = Replace<{ a: string; b: number }, { b: Date; c?: 1 }>;`,
  'an intersection flattened': `
type Pretty<T> = { [K in keyof T]: T[K] } & {};
type T = Pretty<{ a: string } & { b?: number }>;`,
  'null in the place of undefined': `
type Nullable<T> = { [K in keyof T]: T[K] | null };
type T = Nullable<{ a: string; b?: number }>;`,
  'keys by the type of their values': `
type KeysOf<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T];
type T = KeysOf<{ a: string; b: number; c: string }, string>;`,
  'keys renamed': `
type Getters<T> = { [K in keyof T as \`get\${Capitalize<K & string>}\`]: T[K] };
type T = Getters<{ name: string; age?: number }>;`,
  'properties left out by as': `
type NoId<T> = { [K in keyof T as Exclude<K, 'id'>]: T[K] };
type T = NoId<{ id: 1; a: string }>;`,
  'an element by infer': `
type Item<L> = L extends readonly (infer I)[] ? I : L;
type T = { a: Item<string[]>; b: Item<number>; c: Item<readonly Date[]> };`,
  'a value by infer in an object': `
type Data<R> = R extends { data: infer D } ? D : never;
type T = Data<{ data: { a: string }; ok: true }>;`,
  'a value by infer in a promise': `
type Value<P> = P extends Promise<infer V> ? V : P;
type T = Value<string>;`,
  'a value by infer in a map': `
type Value<M> = M extends Map<string, infer V> ? V : M extends Set<infer I> ? I : never;
type T = { a: Value<Map<string, number>>; b: Value<Set<Date>> };`,
  'the first of a tuple': `
type First<L extends readonly unknown[]> = L extends readonly [infer F, ...unknown[]] ? F : never;
type T = First<[string, number]>;`,
  'the last of a text': `
type Locale = 'en-US' | 'de-DE';
type T = Locale extends \`\${infer L}-\${string}\` ? L : never;`,
  'a language out of a text': `
type Language<L> = L extends \`\${infer A}-\${string}\` ? A : never;
type T = Language<'en-US' | 'de-DE' | 'en-GB'>;`,
  'a condition over a union': `
type Plain<V> = V extends Date ? string : V extends number | bigint ? number : V;
type T = { a: Plain<Date | boolean>; b: Plain<bigint> };`,
  'a condition that is not over a union': `
type IsText<V> = [V] extends [string] ? 'yes' : 'no';
type T = { a: IsText<'a' | 'b'>; b: IsText<'a' | 1> };`,
  'what is never': `
type IsNever<V> = [V] extends [never] ? 'yes' : 'no';
type T = { a: IsNever<never>; b: IsNever<string> };`,
  'JSON of a type': `
type Json<V> = V extends Date ? string : V extends Set<infer I> ? Json<I>[] : V extends (infer I)[] ? Json<I>[] : V extends object ? { [K in keyof V]: Json<V[K]> } : V;
type T = Json<{ at: Date; tags: Set<string>; list: { d: Date }[]; n: number }>;`,
  'texts of two lists': "type Side = 'top' | 'bottom';\ntype T = `${Side}-${'left' | 'right'}` | 'center';",
  'a text with a number': 'type T = `v${number}.${number}`;',
  'a text or a choice': "type T = 'small' | 'large' | (string & {});",
  'a brand by a symbol':
    'declare const brand: unique symbol;\ntype T = { id: string & { readonly [brand]: 1 } };',
  'a generic brand': `
declare const tag: unique symbol;
type Brand<V, N extends string> = V & { readonly [tag]: N };
type T = { id: Brand<string, 'Id'>; n: Brand<number, 'N'> };`,
  'an expression': `
type Expression = { op: 'value'; value: number } | { op: 'add' | 'mul'; left: Expression; right: Expression } | { op: 'neg'; of: Expression };
type T = Expression;`,
  'a union by another name, with null inside': `
type Maybe<V> = V | null | undefined;
type T = { a: Maybe<string>; b?: Maybe<Date[]>; c: Maybe<'x' | 1> };`,
  'what only one variant may have': `
type T = { a: string; b?: never } | { a?: undefined; b: number };`,
  'a discriminated union with a common part': `
type Common = { id: string; at?: Date };
type T = Common & ({ kind: 'a'; a: number } | { kind: 'b'; b: string[] });`,
  'Pick of a union of keys of a type': `
interface A { x: 1; y: 2; z: 3 }
type T = Pick<A, Exclude<keyof A, 'y'>>;`,
  'Awaited of what is no promise': 'type T = Awaited<string>;',
  'Awaited of a promise': 'type T = Awaited<Promise<{ a: number }>>;',
  'a type parameter with a constraint': `
interface Box<V extends { id: string }> { value: V; id: V['id'] }
type T = Box<{ id: 'x'; n: 1 }>;`,
  'keys of a generic': `
type Names<V> = { keys: (keyof V)[]; first?: keyof V };
type T = Names<{ a: 1; b: 2 }>;`,
  'a readonly record': 'type T = { readonly [key: string]: readonly number[] };',
  'numbers as names': "type T = { 1: string; '2': number; 'a-b': boolean };",
  'a getter': 'interface T { get a(): string; readonly b: number }',
  'a map of unions': "type T = Map<'a' | 'b', { n: number } | null>;",
  'a global type that is declared here': 'declare global { interface Known { a: string } }\ntype T = Known;',
  'what is an object': `
type Kind<V> = V extends object ? 'object' : 'value';
type T = { a: Kind<string>; b: Kind<Date>; c: Kind<{ a: 1 }>; d: Kind<null>; e: Kind<'x' | string[]>; f: Kind<unknown[]> };`,
  'what is there at all': `
type Given<V> = V extends {} ? V : 'nothing';
type T = { a: Given<string | null>; b: Given<undefined | number> };`,
  'parts of texts': `
type Split<V> = V extends \`\${infer A}.\${infer B}\` ? [A, B] : [V];
type T = { a: Split<'a.b.c'>; b: Split<'abc'> };`,
  'a property that may be missing, by infer': `
type Value<V> = V extends { value?: infer I } ? I : never;
type T = { a: Value<{ value: string }> };`,
  'an optional property in a condition': `
type OnlyOptional<V> = { [K in keyof V as {} extends Pick<V, K> ? K : never]: V[K] };
type T = OnlyOptional<{ a: string; b?: number }>;`,
  'what a function returns': `
interface User { id: string }
async function load(id: string): Promise<User | null> { return null; }
type T = NonNullable<Awaited<ReturnType<typeof load>>>;`,
  'what a function returns, by names': `
type Loaded = Promise<{ n: number }>;
type Load = (id: string) => Loaded;
type T = Awaited<ReturnType<Load>>;`,
  'what a constant function returns': `
const load = (id: string): string[] => [id];
type T = ReturnType<typeof load>;`,
  'what members of an interface return': `
interface Api { get(id: string): Promise<{ n: number }>; list: () => string[] }
type T = { one: Awaited<ReturnType<Api['get']>>; all: ReturnType<Api['list']> };`,
  'what the last overload returns': `
function load(id: string): string;
function load(id: number): { n: number };
function load(id: unknown): unknown { return id; }
type T = ReturnType<typeof load>;`,
  'the parameters of a function': `
declare function load(this: Date, id: string, size?: number, ...more: boolean[]): void;
type T = Parameters<typeof load>;`,
  'a parameter of a function': `
declare function load(options: { id: string; size?: number }): void;
type T = Parameters<typeof load>[0];`,
  'what a constructor takes, and makes': `
class Point { constructor(public x: number, y: string) { void y; } }
type T = { given: ConstructorParameters<typeof Point>; made: InstanceType<typeof Point> };`,
  'how long a tuple is':
    "const LIST = ['a', 'b'] as const;\ntype T = (typeof LIST)['length'] | [1?]['length'];",
  'how long a list is': "type T = { list: string[]['length']; set: Set<string>['size'] };",
  'a schema that leads back into those of its file': `
interface components { schemas: {
  User: { id: number; friend?: components['schemas']['User']; pet: components['schemas']['Pet'] };
  Pet: { owner?: components['schemas']['User'] | null; name: string };
  Other: { made: () => void };
} }
type T = components['schemas']['User'];`,
  'the answer of a path': `
interface paths { '/users/{id}': { get: { responses: { 200: { content: { 'application/json': components['schemas']['User'] } } } } } }
interface components { schemas: { User: { id: number; tags: string[] } } }
type T = paths['/users/{id}']['get']['responses'][200]['content']['application/json'];`,
  'a row of a table by its name': `
type Database = { public: { Tables: { users: { Row: { id: number; name: string | null }; Links: [] } }; Views: { [_ in never]: never } } };
type Public = Database[Extract<keyof Database, 'public'>];
type Tables<N extends keyof (Public['Tables'] & Public['Views'])> =
  (Public['Tables'] & Public['Views'])[N] extends { Row: infer R } ? R : never;
type T = Tables<'users'>;`,
  'interfaces of the library that a project adds to': `
declare global { interface Date { stamp: number } interface Array<T> { extra: T } }
type T = { at: Date; list: Array<string> };`,
  'a list made of another':
    "const BASE = ['a', 'b'] as const;\nconst ALL = [...BASE, 'c'] as const;\ntype T = (typeof ALL)[number];",
  'a table made of another':
    'const BASE = { a: 1 } as const;\nconst ALL = { ...BASE, b: 2 } as const;\ntype T = typeof ALL;',
  'a list of constants':
    "const A = 'a';\nconst B = 'b';\nconst LIST = [A, B] as const;\ntype T = (typeof LIST)[number];",
  'a frozen table':
    "const TABLE = Object.freeze({ a: 'x', b: 'y' } as const);\ntype T = (typeof TABLE)[keyof typeof TABLE];",
  'a list between the old signs': "const LIST = <const>['a', 'b'];\ntype T = (typeof LIST)[number];",
  'values that say their type':
    "const SET = { host: 'x' as string | null, n: null as number | null };\ntype T = typeof SET;",
  'a part of a constant':
    "const SET = { a: { b: 'q', c: 1 } } as const;\ntype T = [typeof SET.a, typeof SET.a.b];",
  'a record by text and numbers': 'type T = [Record<string | number, 1>, { [key: string | number]: 2 }];',
};
