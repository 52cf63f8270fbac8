import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  Low,
  High,
}

interface Item {
  /** @stream notNull */
  sku: string;
  price: number;
  notes: string[];
}

interface Tree {
  name: string;
  children: Tree[];
}

interface Card {
  kind: 'card';
  number: string;
}

interface Cash {
  kind: 'cash';
  coins: number[];
}

type Nested = string[] | { inner: Nested[] };

/** A text that only counts when it is complete. @stream done */
type Whole = string;

/** What a stream shows of each kind of type, and of each mode. */
@Signature()
export class Stream {
  static readonly artifact = gen.Stream;

  @InputField() item!: Item;

  @OutputField() text!: string;
  @OutputField() optionalText?: string;
  @OutputField() nullableText!: string | null;
  @OutputField() number!: number;
  @OutputField() boolean!: boolean;
  @OutputField() choice!: 'a' | 'b';
  @OutputField() level!: Level;
  @OutputField() date!: Date;
  @OutputField() big!: bigint;
  @OutputField() template!: `id-${number}`;
  @OutputField() tuple!: [Item, string];
  @OutputField() either!: string | number;
  @OutputField() list!: string[];
  @OutputField() optionalList?: string[];
  @OutputField() nullableList!: readonly string[] | null;
  @OutputField() choices!: ('a' | 'b')[];
  @OutputField() matrix!: number[][];
  @OutputField() set!: Set<string>;
  @OutputField() map!: Map<string, Item>;
  @OutputField() record!: Record<string, Item[]>;
  @OutputField() items!: Item[];
  @OutputField() maybe!: (Item | null)[];
  @OutputField() object!: Item;
  @OutputField() nullableObject!: Item | null;
  @OutputField() inPlace!: { a: string; b: { c: number } };
  @OutputField() tree!: Tree;
  @OutputField() payment!: Card | Cash;
  @OutputField() payments!: (Card | Cash)[];
  @OutputField() card!: Card;
  @OutputField() nested!: Nested;

  @OutputField() whole!: Whole;
  /** @stream done */
  @OutputField() doneList!: Item[];
  /** @stream done */
  @OutputField() doneObject!: Item | null;
  /** @stream notNull */
  @OutputField() sureText!: string;
  /** @stream notNull */
  @OutputField() sureObject!: Item;
  /** @stream state */
  @OutputField() stateText!: string;
  /** @stream state */
  @OutputField() stateList?: Item[];
  /** @stream state */
  @OutputField() stateObject!: { /* in place */ a: number } | null;
}
