import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket.gen.js';

/** Route a support ticket to the team that can solve it. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;

  /** The customer's message, verbatim. */
  @InputField() message!: string;

  /** billing: invoices and payments. technical: something does not work. sales: plans and offers. */
  @OutputField() team!: 'billing' | 'technical' | 'sales';
}
