import { InputField, OutputField, Signature } from 'sigil';
import Ranked, { Answer as Reply, type Source } from './bases.js';
import * as gen from './input.gen.js';

/** Answer shortly. */
@Signature()
export class Short extends Reply {
  static readonly artifact = gen.Short;
  @InputField() words: number = 20;
  @OutputField() answer!: string;
}

/** Answer with one word, and say why. */
@Signature()
export class OneWord extends Short {
  static override readonly artifact = gen.OneWord;
  @OutputField() why!: string;
  // Narrowed in the place where the base has it, described as there.
  declare answer: 'yes' | 'no';
  /** Sure, or not at all. */
  @OutputField() override sure: 0 | 1 = undefined as never;
}

/** Choose one. */
@Signature()
export class Choice extends Ranked<{ id: number; source: Source }> {
  static readonly artifact = gen.Choice;
}
