import { OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

@Signature()
export class A {
  static readonly artifact = gen.A;
  @OutputField() a!: string;
}
