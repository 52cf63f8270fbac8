import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import { Level, Rank } from './levels.js';
import * as levels from './levels.js';

namespace inner {
  export enum Mode {
    Fast = 'fast',
    Slow = 'slow',
  }
}

interface Limits {
  at: readonly (readonly [number, number])[];
  by: Record<string, { deep: { level: Level; ranks: Rank[] } | null }>;
}

/** Every way to write a literal. */
@Signature()
export class Literals {
  static readonly artifact = gen.Literals;

  @InputField() bracket: Level = Level['High'];
  @InputField() spaced: Level = Level['very high'];
  @InputField() ticks: Level = Level[`Low`];
  @InputField() dot: Level = levels.Level.High;
  @InputField() far: inner.Mode = inner.Mode['Slow'];
  @InputField() rank: Rank = Rank['Second'];
  @InputField() last: Rank | null = Rank.Last;
  @InputField() number: number = -1.5e3;
  @InputField() plus: number = +2;
  @InputField() hex: number = 0xff;
  @InputField() grouped: number = 1_000_000;
  @InputField() parenthesized: number = (-(3));
  @InputField() big: bigint = 12_345_678_901_234_567_890n;
  @InputField() negativeBig: bigint = -0x10n;
  @InputField() text: string = `two
lines with 'quotes' and \${no}`;
  @InputField() constant: 'a' | 'b' = 'b' as const;
  @InputField() satisfied: 'a' | 'b' = 'a' satisfies string;
  @InputField() asserted: 'a' | 'b' = <const>'a';
  @InputField() certain: string = 'x'!;
  @InputField() frozen: readonly string[] = ['a', 'b'] as const;
  @InputField() limits: Limits = {
    at: [
      [0, -1],
      [+1, 2],
    ],
    by: { first: { deep: { level: Level['Low'], ranks: [Rank.First, Rank['Last']] } }, 2: { deep: null } },
  } satisfies Limits as Limits;
  @InputField() known: Record<string, boolean> = { ['a b']: true, 'c': false, 1: true, [`d`]: false };

  @OutputField() level: Level = Level['High'];
}
