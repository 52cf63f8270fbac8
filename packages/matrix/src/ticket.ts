import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket.gen.js';

/** Route a support ticket to the team that can solve it. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;

  /** The customer's message, verbatim. */
  @InputField() message!: string;

  @InputField() language: string = 'en';

  @OutputField() team!: 'billing' | 'technical' | 'sales';

  /** 0 can wait, 1 is an outage. @minimum 0 @maximum 1 */
  @OutputField() urgency!: number;

  @OutputField() due?: Date;
}

/** Sum up a mail in one line. */
@Signature()
export class Summary {
  static readonly artifact = gen.Summary;

  @InputField() mail!: string;
  @OutputField() line!: string;
}
