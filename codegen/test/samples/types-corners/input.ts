import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

type Names = { [name: string]: Names };

type Shape = { kind: 'dot' } | { kind: 'circle'; radius: number } | { kind: 'box'; width: number };

enum Size {
  Small,
  Large,
}

enum Level {
  /** @alias minor */
  Low = 'low',
  High = 'high',
}

let word = 'abc';
let size = { of: Size.Small };
let fixed = ['a', 'b'] as const;
const once = 'abc';
const checked = ('abc') satisfies string;

@Signature()
export class Corners {
  static readonly artifact = gen.Corners;

  @InputField() open!: [string, ...number[]];
  @InputField() openChoice!: [...('a' | null)[]];
  @InputField() 'two words'!: string;
  @InputField() "it's"!: string;
  @InputField() word!: typeof word;
  @InputField() size!: typeof size;
  @InputField() fixed!: typeof fixed;
  @InputField() once!: typeof once;
  @InputField() checked!: typeof checked;
  @OutputField() pair!: [Shape | { kind: 'none' } | null, 'x' | null];
  @OutputField() written!: [{ kind: 'dot' } | { kind: 'circle'; radius: number }, 'x' | null];
  @OutputField() shapes!: (Shape | null)[];
  @OutputField() names!: Names;
  @OutputField() sizes!: Record<Size, string>;
  @OutputField() levels!: Record<Level, string>;
}
