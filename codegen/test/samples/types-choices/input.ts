import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  /** Needs a person. */
  High = 'high',
  Low = 'low',
}

enum Rank {
  First = 1,
  Second,
  /** After all others. */
  Last = 10,
  Final = Last,
}

enum Flags {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Both = Read | Write,
}

const enum Answer {
  Yes = 'yes',
  No = 'no',
}

enum Mixed {
  None,
  Some = 'some',
}

enum Crossed {
  a = 'b',
  b = 'a',
  'with space' = 'c',
}

type Team =
  /** Invoices and payments. */
  | 'billing'
  | /** Errors and outages. */ 'technical'
  /**
   * New customers,
   * and old ones that want more.
   */
  | 'sales'
  | 'other'; /** Of nobody. */

const COLORS = ['red', 'green', 'blue'] as const;

const SIZES = { small: 1, large: 2 } as const;

const TEAMS = [{ id: 'a', size: 1 }, { id: 'b', size: 2 }] as const;

@Signature()
export class Choices {
  static readonly artifact = gen.Choices;

  @InputField() given: Level = Level.High;
  @InputField() order: 'zebra' | 'apple' | 'mango' = 'apple';
  @OutputField() level!: Level;
  @OutputField() one!: Level.High;
  @OutputField() levels!: Level.Low | Level.High;
  @OutputField() rank!: Rank;
  @OutputField() ranks: Rank[] = [Rank.Second, Rank.Last];
  @OutputField() flags!: Flags;
  @OutputField() answer!: Answer;
  @OutputField() mixed!: Mixed;
  @OutputField() crossed!: Crossed;
  @OutputField() team!: Team;
  @OutputField() teamOrNull!: Team | null;
  @OutputField() more!: Team | 'none' | Level;
  @OutputField() literals!: 1 | 'a' | true | null;
  @OutputField() color!: (typeof COLORS)[number];
  @OutputField() size!: keyof typeof SIZES;
  @OutputField() sizes!: (typeof SIZES)[keyof typeof SIZES];
  @OutputField() id!: (typeof TEAMS)[number]['id'];
  @OutputField() names!: keyof typeof Level;
  @OutputField() values!: (typeof Level)[keyof typeof Level];
  @OutputField() text!: `${Level}`;
  @OutputField() absorbed!: string | 'a' | 'b';
  @OutputField() absorbedNumber!: number | 1 | 'none';
}
