import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './signatures.gen.js';

@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() message!: string;
  @OutputField() team!: string;
}
