import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Chain {
  next: Chain;
}

interface Left {
  right: Right;
}

interface Right {
  left: Left;
}

type Endless<T> = { value: T; next?: Endless<T[]> };

type Wide<T> = { a: T; b: T };

// Of 2^20 texts.
type Huge = Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<Wide<string>>>>>>>>>>>>>>>>>>>>;

@Signature()
export class Refused {
  static readonly artifact = gen.Refused;

  @InputField() chain!: Chain;
  @InputField() both!: { left: Left };
  @InputField() generic!: Endless<string>;
  @InputField() huge!: Huge;
  @OutputField() ends!: { next?: Chain } | null;
}

type OrNull = OrNull | null;
type OrText = OrText | string;
type There = Back | null;
type Back = There | string;
type Same<T> = T;
type Around = Same<Around> | { a: string };

/** Of a type that is a choice of itself there is no value that says which. */
@Signature()
export class Circular {
  static readonly artifact = gen.Circular;

  @InputField() orNull!: OrNull;
  @InputField() orText!: OrText[];
  @InputField() there!: { back: There };
  @OutputField() around!: Around;
}
