import { OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

@Signature()
export class B {
  static readonly artifact = gen.B;
  @OutputField() a!: string;
}
