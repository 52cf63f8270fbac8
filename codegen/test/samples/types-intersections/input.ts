import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  Low,
  High,
}

interface Tree {
  name: string;
  children: Tree[];
}

interface components {
  schemas: {
    User: { id: number; friend?: components['schemas']['User']; pet: components['schemas']['Pet'] };
    Pet: { owner?: components['schemas']['User'] | null; name: string };
  };
}

type Without<A, B> = { [P in Exclude<keyof A, keyof B>]?: never };
type Either<A, B> = (Without<A, B> & B) | (Without<B, A> & A);

declare const tag: unique symbol;
type Id = string & { readonly [tag]: 'Id' };

interface Api {
  load(id: string, size?: number): Promise<{ found: boolean }>;
}

const BASE = ['a', 'b'] as const;
const ALL = [...BASE, 'c'] as const;

/** Types that meet, and types that are found by the way of others. */
@Signature()
export class Met {
  static readonly artifact = gen.Met;

  @OutputField() mapped!: { [K in Level]: K };
  @OutputField() keys!: keyof Record<Level, 1>;
  @OutputField() text!: `${number}` & string;
  @OutputField() present!: ('a' | 'b' | null | undefined) & {};
  @OutputField() list!: { items: string[] } & { items: readonly string[] };
  @OutputField() records!: Record<string, { a: 1 }> & Record<string, { b: 2 }>;
  @OutputField() tree!: Tree & { extra: number };
  @OutputField() either!: Either<{ kind: 'l'; left: string }, { kind: 'r'; right: number }>;
  @OutputField() id!: Id & string;
  @OutputField() user!: components['schemas']['User'];
  @OutputField() loaded!: Awaited<ReturnType<Api['load']>>;
  @InputField() given!: Parameters<Api['load']>;
  @OutputField() length!: (typeof ALL)['length'];
  @OutputField() one!: (typeof ALL)[number];
  @OutputField() names!: Record<string | number, boolean>;
}
