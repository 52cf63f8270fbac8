import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  a,
  b,
}

enum Twice {
  a,
  b = 'a',
}

@Signature()
export class Refused {
  static readonly artifact = gen.Refused;

  @InputField() date!: string | Date;
  @InputField() big!: string | bigint;
  @InputField() choice!: 'none' | Date;
  @InputField() lists!: string[] | number[];
  @InputField() sets!: Set<string> | string[];
  @InputField() maps!: Map<string, number> | { a: string };
  @InputField() record!: Record<string, string> | { at: Date };
  @InputField() tuple!: [string, number] | string[];
  @InputField() shown!: Level | 'a';
  @InputField() twice!: Twice;
  @InputField() literal!: 1n | 2n;
  @InputField() intrinsic!: Lowercase<string> | 1;
  @InputField() keys!: Record<symbol, string>;
  @InputField() booleans!: Map<boolean, string>;
  @InputField() open!: Record<string, string> & { a: string };
  @InputField() template!: `a-${symbol}`;
  @OutputField() labels!: [constructor: string];
  @OutputField() sameLabel!: { pair: [a: string, a: number] };
  @OutputField() takenLabel!: [item2: string, number];
  @OutputField() spread!: [...[a: string], ...[a: string]];
  @OutputField() closed!: Record<'a' | '__proto__', string>;
  @OutputField() map!: Map<'constructor' | 'b', string>;
  @InputField() dateInside!: { held: { v: string } | { v: Date } };
  @InputField() setInside!: { v: number[] } | { v: Set<number>; w?: string };
  @InputField() listInside!: { v: { at: bigint | null }[] } | { v: { at: string }[] };
  @InputField() names!: Level | string;
  @InputField() digit!: 1 | '1';
  @InputField() truth!: 'true' | true;
  @InputField() nothing!: 'null' | 'a' | null;
  @InputField() amount!: number | '10';
  @InputField() enums!: { v: Level } | { v: 'a' };
  @OutputField() toString!: string;
}

@Signature()
export class Keys {
  static readonly artifact = gen.Keys;

  @InputField() templates!: Map<`id-${number}` | `x-${string}`, string>;
  @InputField() withLiteral!: Record<`id-${number}` | 'x', string>;
  @InputField() asHinted!: Map<`${'id' | 'x'}-${number}`, string>;
  @OutputField() ok!: boolean;
}
