import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Card {
  kind: 'card';
  /** As on the bill. @minimum 0 */
  amount: number;
  note?: string;
}

interface Transfer {
  kind: 'transfer';
  amount: number;
  iban: string;
  note?: string;
}

type Payment = Card | Transfer;

type Optional<T> = { [K in keyof T]?: T[K] };
type Written<T> = { readonly [K in keyof T]-?: T[K] };
type Open<T> = { -readonly [K in keyof T]: T[K] };
type Texts<T> = { [K in keyof T]: string };
type Boxed<T> = { [K in keyof T]: { value: T[K] } };
type Chosen<T, K extends keyof T> = { [P in K]: T[P] };
type Deep<T> = T extends Date
  ? T
  : T extends (infer I)[]
    ? Deep<I>[]
    : T extends object ? { [K in keyof T]?: Deep<T[K]> } : T;
type Renamed<T> = { [K in keyof T as `new_${K & string}`]: T[K] };
type Without<T, U> = { [K in keyof T as T[K] extends U ? never : K]: T[K] };

interface Order {
  when: Date;
  lines: { sku: string; counts: number[] }[];
}

interface Tree {
  name: string;
  children: Tree[];
}

/** Types that are made from the properties of other types. */
@Signature()
export class Mapped {
  static readonly artifact = gen.Mapped;

  @InputField() ofBoth!: Record<keyof (Card | Transfer), string>;
  @InputField() common!: { [K in keyof (Card | Transfer)]: Payment[K] };
  @InputField() each!: Texts<Payment>;
  @InputField() optional!: Optional<Payment>;
  @InputField() written!: Written<Card>;
  @InputField() maybe!: Boxed<Card | null>;
  @InputField() list!: Boxed<string[]>;
  @InputField() lists!: Texts<readonly number[] | Card>;
  @InputField() open!: Open<readonly string[]>;
  @InputField() closed!: Readonly<string[] | null>;
  @InputField() tuple!: Boxed<[string, number?]>;
  @InputField() labelled!: Optional<[from: Date, to: Date]>;
  @InputField() required!: Required<[string?, number?]>;
  @InputField() partial!: Partial<[string, number]>;
  @InputField() same!: Texts<string>;
  @InputField() byName!: Boxed<Record<string, number>>;
  @InputField() chosen!: Chosen<Card, 'note' | 'amount'>;
  @InputField() deep!: Deep<Order>;
  @InputField() tree!: Deep<Tree>;
  @InputField() renamed!: Renamed<Card>;
  @InputField() without!: Without<Card, number>;
  @InputField() anyOf!: Boxed<{ a: string }> | Boxed<{ a: number }>;

  @OutputField() answer!: Optional<Card>;
}
