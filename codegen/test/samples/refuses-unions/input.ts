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
  @OutputField() toString!: string;
}
