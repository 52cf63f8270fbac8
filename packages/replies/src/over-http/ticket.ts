import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket.gen.js';

/** Route a support ticket to the team that can solve it. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;

  @InputField() message!: string;

  @OutputField() team!: 'billing' | 'technical' | 'sales';
  /** @minimum 0 @maximum 1 */
  @OutputField() urgency!: number;
  @OutputField() steps!: string[];
  @OutputField() reply!: string;
}
