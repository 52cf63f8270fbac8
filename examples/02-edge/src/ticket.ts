import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket.gen.js';

/** Route a support ticket to the team that can solve it. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;

  /** The customer's message, verbatim. */
  @InputField() message!: string;

  @OutputField() team!: 'billing' | 'technical' | 'sales';

  /** 0 can wait, 1 is an outage. @minimum 0 @maximum 1 */
  @OutputField() urgency!: number;

  /** When the customer wants an answer. */
  @OutputField() due?: Date;

  /** What to tell the customer. */
  @OutputField() reply!: string;
}
