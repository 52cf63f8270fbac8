import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import type { int } from 'sigil';

type whole = int;

@Signature()
export class Numbers {
  static readonly artifact = gen.Numbers;

  @InputField() any!: number;
  @InputField() whole!: int;
  @InputField() alias!: whole;
  @InputField() big!: bigint;
  @OutputField() score!: number;
  @OutputField() count!: int;
  @OutputField() counts!: int[];
  @OutputField() total!: bigint;
  @OutputField() either!: bigint | number;
  @OutputField() grade!: 1 | 2 | 3 | -1 | 0.5 | 0x10 | 1_000;
  @OutputField() sure!: boolean;
  @OutputField() yes!: true;
  @OutputField() choice!: true | false | 'unknown';
}
