import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Person {
  /** As on the passport. */
  name: string;
  age?: number;
  mail: string | null;
}

interface Card {
  kind: 'card';
  number: string;
}

interface Cash {
  kind: 'cash';
  amount: number;
}

type Payment = Card | Cash;

type Flags<T> = { readonly [K in keyof T]: boolean };

type Writable<T> = { -readonly [K in keyof T]-?: T[K] };

type Nullable<T> = { [K in keyof T]?: T[K] | null };

@Signature()
export class Utility {
  static readonly artifact = gen.Utility;

  @OutputField() partial!: Partial<Person>;
  @OutputField() required!: Required<Person>;
  @OutputField() readonlyPerson!: Readonly<Person>;
  @OutputField() picked!: Pick<Person, 'name' | 'mail'>;
  @OutputField() omitted!: Omit<Person, 'age'>;
  @OutputField() nested!: Partial<Omit<Person, 'mail'>>;
  @OutputField() some!: Partial<Record<'a' | 'b', number>>;
  @OutputField() flags!: Flags<Person>;
  @OutputField() writable!: Writable<Person>;
  @OutputField() nullable!: Nullable<Person>;
  @OutputField() eachPartial!: Partial<Payment>;
  @OutputField() commonOnly!: Omit<Payment, 'number'>;
  @OutputField() kind!: Payment['kind'];
  @OutputField() key!: keyof Person;
  @OutputField() name!: Person['name'];
  @OutputField() without!: Exclude<'a' | 'b' | 'c', 'b'>;
  @OutputField() some2!: Extract<Payment, { kind: 'card' }>;
  @OutputField() known!: NonNullable<string | null | undefined>;
  @OutputField() same!: NoInfer<string>;
}
