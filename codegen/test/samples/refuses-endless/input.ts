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
