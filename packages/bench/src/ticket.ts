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

  @OutputField() refund!: boolean;

  /** What to tell the customer. */
  @OutputField() reply!: string;
}

/** The reply that the benchmarks get for every ticket. */
export const ANSWER =
  'team: billing\nurgency: 0.5\nrefund: true\nreply: We are sorry, and we will pay it back.';

/** Eight demos, as an optimizer would choose them. */
export const DEMOS = Array.from({ length: 8 }, (_, index) => ({
  message: `My invoice ${1000 + index} has a charge on it that I do not know, can you tell me what it is for?`,
  team: 'billing',
  urgency: index / 8,
  refund: index % 2 === 0,
  reply: 'Thank you for writing. We look into it and come back to you today.',
}));

/** What somebody writes to read a reply who has no framework. */
export function readLines(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    values[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return { ...values, urgency: Number(values.urgency), refund: values.refund === 'true' };
}
