import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Box<T> {
  value: T;
  label?: string;
}

interface Page<T, K = string> {
  items: T[];
  next: K | null;
}

type Maybe<T> = T | null;

type Tree<T> = { value: T; children: Tree<T>[] };

interface Linked<T> {
  value: T;
  next?: Linked<T>;
}

type Loose<T> = T extends string ? 'text' : T extends number ? 'number' : 'other';

type Item<T> = T extends readonly (infer I)[] ? I : T;

type Getters<T> = { [K in keyof T as `get_${K & string}`]: T[K] };

interface Limited<T extends string | number> {
  id: T;
}

@Signature()
export class Generics {
  static readonly artifact = gen.Generics;

  @InputField() box!: Box<string>;
  @OutputField() date!: Box<Date>;
  @OutputField() boxes!: Box<Box<string>>[];
  @OutputField() page!: Page<Box<number>>;
  @OutputField() keyed!: Page<string, number>;
  @OutputField() maybe!: Maybe<Box<boolean>>;
  @OutputField() tree!: Tree<string>;
  @OutputField() trees!: Tree<Box<number>>;
  @OutputField() linked!: Linked<'a' | 'b'>;
  @OutputField() loose!: Loose<string | number>;
  @OutputField() item!: Item<string[]>;
  @OutputField() getters!: Getters<{ name: string; age?: number }>;
  @OutputField() limited!: Limited<'x'> | Limited<'y'>;
}
