import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

declare const tag: unique symbol;
type Id<K extends string> = string & { __brand: K };
type Sym<N> = string & { readonly [tag]: N };
type Num = number & { readonly [tag]: 'Num' };
type B<T, N extends string> = T & { readonly __brand: N };
type S<T, N extends string> = T & { readonly [tag]: N };
enum Level { Low = 'low', High = 'high' }
enum Size { Small, Large }
type Card = { kind: 'card'; no: string };
type Cash = { kind: 'cash'; sum: number };
interface Tagged { readonly __tag: 'Tagged' }
type Tree = { level: Level; children: Tree[] };

@Signature()
export class Branded {
  static readonly artifact = gen.Branded;
  @InputField() id!: Id<'User'>;
  @InputField() sym!: Sym<'X'>;
  @InputField() num!: Num;
  @InputField() two!: string & { __brand: 'A' } & { __tag: 'B' };
  @InputField() twoSym!: Id<'a'> & { readonly [tag]: 'q' };
  @InputField() twice!: B<B<string, 'a'>, 'a'>;
  @InputField() date!: B<Date, 'D'>;
  @InputField() dateS!: S<Date, 'D'>;
  @InputField() list!: B<string[], 'L'>;
  @InputField() listS!: S<string[], 'L'>;
  @InputField() ro!: B<readonly Level[], 'L'>;
  @InputField() big!: B<bigint, 'Big'>;
  @InputField() bool!: B<boolean, 'Bool'>;
  @InputField() boolS!: S<boolean, 'Bool'>;
  @InputField() tuple!: B<[string, Level], 'T'>;
  @InputField() rec!: B<Record<string, number>, 'R'>;
  @InputField() recS!: S<Record<string, number>, 'R'>;
  @InputField() recL!: B<Record<string, Level>, 'R'>;
  @InputField() lit!: B<'a' | 'b', 'Lit'>;
  @InputField() litS!: S<'a' | 'b', 'Lit'>;
  @InputField() litN!: B<'a' | 'b', 'Lit'> | null;
  @InputField() nums!: B<1 | 2, 'Lit'>;
  @InputField() tpl!: B<`id-${number}`, 'Tpl'>;
  @InputField() level!: B<Level, 'Lvl'>;
  @InputField() size!: B<Size, 'Sz'>;
  @InputField() du!: B<Card | Cash, 'Pay'>;
  @InputField() duS!: S<Card | Cash, 'Pay'>;
  @InputField() flavor!: (string | null) & { __b?: 1 };
  @InputField() map!: B<Map<string, Level>, 'M'>;
  @InputField() set!: S<Set<Level>, 'M'>;
  @InputField() obj!: B<{ id: Id<'o'>; level: Level; sym: Sym<'z'> }, 'Obj'>;
  @InputField() objS!: S<{ id: Id<'o'>; level: Level }, 'Obj'>;
  @InputField() mixed!: { a: Sym<'a'>; b: Id<'b'>; c: Level; d: B<Date, 'x'>[]; e: Tree };
  @InputField() tagged!: string & Tagged;
  @InputField() cents!: number & { readonly __unit: unique symbol };
  @InputField() tree!: B<Tree, 'tree'>;
  @InputField() real!: { brand: string } & { model: string };
  @InputField() pets!: ({ __typename: 'Cat' } & { id: string }) | ({ __typename: 'Dog' } & { id: string; age: number });
  @InputField() opt?: B<Date, 'D'>[];
  @InputField() arrs!: S<{ a: 1 }, 'q'>[];
  @OutputField() answer!: string;
}
