import { InputField, OutputField, Signature, type int } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  Low,
  /** Needs a person. */
  High = 5,
}

enum Mixed {
  None = 0,
  Some = 'some',
}

/** @minimum 0 @maximum 1 */
type Share = number;

interface Card {
  kind: 'card';
  number: string;
}

interface Cash {
  kind: 'cash';
  amount: number;
}

type Payment = Card | Cash;

interface Box<T> {
  value: T;
  label?: string;
}

interface Tree {
  name: string;
  children: Tree[];
}

type Expression =
  | { op: 'number'; value: number }
  | { op: 'add'; left: Expression; right: Expression };

interface Person {
  /** As on the passport. */
  name: string;
  age?: number;
  mail: string | null;
}

const COLORS = ['red', 'green'] as const;

const SIZES = { small: 1, large: 2 } as const;

class Point {
  x!: number;
  y!: number;
}

type Sku = string & { readonly __brand: 'Sku' };

type Mapped<T> = { [K in keyof T]?: T[K] | null };

type Loose<T> = T extends string ? 'text' : T extends number ? 'number' : 'other';

@Signature()
export class Rows {
  static readonly artifact = gen.Rows;

  @InputField() when!: Date;
  @InputField() tags!: Set<string>;
  @InputField() scores!: Map<string, number>;
  @InputField() record!: Record<string, Person>;
  @InputField() pair!: [string, count: number][0];
  @InputField() anything!: unknown;
  @InputField() optionalTuple!: [name: string, age?: number];
  @InputField() recursive!: Tree;

  @OutputField() whole!: int;
  @OutputField() big!: bigint;
  @OutputField() day!: Date;
  @OutputField() level!: Level;
  @OutputField() mixedEnum!: Mixed;
  @OutputField() mixed!: 1 | 'a' | true | null;
  @OutputField() set!: Set<Share>;
  @OutputField() tuple!: readonly [first: string, second: Date];
  @OutputField() map!: Map<string, Date>;
  @OutputField() byName!: Record<string, Share>;
  @OutputField() closed!: Record<'a' | 'b', number>;
  @OutputField() payment!: Payment;
  @OutputField() payments!: Payment[];
  @OutputField() box!: Box<Date>;
  @OutputField() boxes!: Box<Box<string>>[];
  @OutputField() tree!: Tree;
  @OutputField() expression!: Expression;
  @OutputField() partial!: Partial<Person>;
  @OutputField() picked!: Pick<Person, 'name' | 'mail'>;
  @OutputField() omitted!: Omit<Person, 'age'>;
  @OutputField() mapped!: Mapped<Person>;
  @OutputField() both!: Person & { note: string };
  @OutputField() id!: `id-${number}`;
  @OutputField() code!: `${'a' | 'b'}-${1 | 2}`;
  @OutputField() sku!: Sku;
  @OutputField() hint!: 'small' | 'large' | (string & {});
  @OutputField() color!: (typeof COLORS)[number];
  @OutputField() size!: keyof typeof SIZES;
  @OutputField() sizes!: (typeof SIZES)[keyof typeof SIZES];
  @OutputField() key!: keyof Person;
  @OutputField() name!: Person['name'];
  @OutputField() loose!: Loose<string | number>;
  @OutputField() text!: string | number;
  @OutputField() point!: Point;
  @OutputField() without!: Exclude<'a' | 'b' | 'c', 'b'>;
  @OutputField() some!: Extract<Payment, { kind: 'card' }>;
  @OutputField() known!: NonNullable<string | null | undefined>;
  @OutputField() maybe!: string | undefined;
  @OutputField() nothing?: string | null;
}
