import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './t.gen.js';
/** Route. */
@Signature()
export class Ticket { static readonly artifact = gen.Ticket;
  @InputField() message!: string; @OutputField() team!: string; }
