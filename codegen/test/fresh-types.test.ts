import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { IMPORTS, Project } from './project.js';

/** Types of which the compiler has another idea than what is written: the class is fresh all the same. */
const TYPES: readonly string[] = [
  'class T { constructor(public x: number, readonly y?: string) {} }',
  "class T { constructor(public x = 1, readonly y = 'a') {} }",
  'class T { v!: string; next?: T; constructor(public x?: T) {} }',
  'class A { constructor(public q?: string) {} }\nclass T extends A { constructor(public z?: number) { super(); } }',
  'class A { constructor(public q?: string) {} }\ninterface T extends A { c?: Date | undefined }',
  'class A<V> { constructor(public v?: V, public w?: V[]) {} }\ntype T = A<Date>;',
  'class A { constructor(public v?: string) {} }\ntype T = Map<string, A | null>;',
  'class A { constructor(public v?: string) {} }\ntype T = Required<A>;',
  "class A { constructor(public v?: string, public w?: number) {} }\ntype T = Omit<A, 'v'>;",
  "class A { constructor(public k: 'a', public v?: string) {} }\nclass B { constructor(public k: 'b') {} }\ntype T = A | B;",
  "enum L { A = 'a', B = 'b' }\nclass A { constructor(public v?: L, readonly w: L = L.A) {} }\ntype T = { a: A; c: Map<L, A> };",
  'type T = Required<{ a?: string | undefined }>;',
  'type T = Required<{ a?: string | undefined | null; b?: number }>;',
  'type T = Required<{ a?: { z?: string | undefined } | undefined }>;',
  'type T = Required<{ a?: 1 | undefined } | { b?: 2 }>;',
  'type T = Required<{ a?: 1 | undefined } & { b?: 2 }>;',
  'type T = Required<Partial<{ x: string | undefined; y: number }>>;',
  'type T = Partial<Required<{ x?: string | undefined; y?: number }>>;',
  "enum L { A = 'a', B = 'b' }\ntype T = Required<{ a?: L | undefined; b?: L[] }>;",
  "interface A { x?: string | undefined; y?: string }\ntype T = { q: Required<A>['x']; r: Required<A>['y'] };",
  "type A = { a?: 1 | undefined; b?: string };\ntype T = Omit<A, 'a'> & Required<Pick<A, 'a'>>;",
  'interface A { a?: string | undefined; b?: 2 }\ninterface T extends Required<A> { c: 1 }',
  'type M<X> = { [K in keyof X]-?: X[K] };\ntype T = M<{ a?: string; b?: number | undefined; c: 1 }>;',
  'type M<X> = { [K in keyof X as `x_${K & string}`]-?: X[K] };\ntype T = M<{ a?: string; b?: number | undefined }>;',
  'type M<X> = { [K in keyof X]: X[K] | undefined };\ntype T = M<{ a?: string; c: 1 }>;',
  'type T = { a: string | undefined } & { a?: string };',
  'type T = [string, (number | undefined)?];',
  "enum L { A = 'a', B = 'b' }\ntype T = Record<number, L>;",
];

function sourceOf(type: string, at: number): string {
  return `${IMPORTS}import * as gen from './t${at}.gen.js';

${type}

@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() field!: T;
  @InputField() maybe?: T | null;
  @InputField() list!: readonly T[];
  @InputField() inner!: { it: T; opt?: T };
  @OutputField() answer!: string;
}
`;
}

describe.each([
  { compiler: 'tsc', exact: true },
  { compiler: 'tsc', exact: false },
  { compiler: 'tsc6', exact: true },
  { compiler: 'tsc6', exact: false },
] as const)('$compiler, exactOptionalPropertyTypes $exact', ({ compiler, exact }) => {
  it('finds a class fresh right after it was generated, whatever becomes of undefined in its types', async () => {
    const sources = TYPES.map((type, at) => [`src/t${at}.ts`, sourceOf(type, at)] as const);
    const project = new Project({
      'tsconfig.json': options('legacy', exact),
      ...Object.fromEntries(sources),
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await compile(project, compiler)).toBe('');
  }, 120_000);
});
