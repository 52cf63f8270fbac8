import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './signatures.gen.js';

/** Route a ticket. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() message!: string;
  @OutputField() team!: 'billing' | 'technical';
}

/** Answer a question. */
@Signature()
export default class Answer {
  static readonly artifact = gen.Answer;
  @InputField() question!: string;
  @OutputField() answer!: string;
}
