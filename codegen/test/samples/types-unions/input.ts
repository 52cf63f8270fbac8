import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Card {
  number: string;
  kind: 'card';
}

interface Cash {
  amount: number;
  kind: 'cash';
}

interface Transfer {
  kind: 'transfer' | 'wire';
  iban: string;
  /** Of the bank. */
  status: { state: 'done'; at: Date } | { state: 'failed'; reason?: string | null };
}

enum Kind {
  A = 'a',
  B = 'b',
}

type Payment = Card | Cash | Transfer;

type Result<T> = { ok: true; value: T } | { ok: false; error: string };

@Signature()
export class Unions {
  static readonly artifact = gen.Unions;

  @InputField() payment!: Payment;
  @OutputField() payments!: Payment[];
  @OutputField() maybe!: Payment | null;
  @OutputField() result!: Result<Card[]>;
  @OutputField() results!: Result<Result<number>>[];
  @OutputField() byEnum!: { kind: Kind.A; a: string } | { kind: Kind.B; b: number };
  @OutputField() byNumber!: { version: 1; a: string } | { version: 2; b: number };
  @OutputField() text!: string | number;
  @OutputField() mixed!: string | number | boolean | string[] | { a: string } | null;
  @OutputField() variants!: 'none' | Card | Cash;
  @OutputField() dated!: Date | number;
  @OutputField() ambiguous!: { a: string } | { b: number };
  @OutputField() either!: { a: string; b?: never } | { b: number; a?: never };
  @OutputField() keyed!: { total: number } | Record<string, number>;
  @OutputField() optional!: { kind: 'a'; note?: string } | { kind: 'b'; note: string | null };
}
