import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
<<<<<<< HEAD
  @InputField() message!: string;
=======
  @InputField() text!: string;
>>>>>>> branch
  @OutputField() team!: 'billing' | ;
}
