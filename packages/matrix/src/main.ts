import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { Summary, Ticket } from './ticket.js';

/** What the program finds, as one line of JSON. */
export async function main(): Promise<string> {
  const lm = new FakeLM(['team: billing\nurgency: 0.5\ndue: 2026-01-31T12:00:00Z', 'line: Twice.']);
  const ticket = new Predict(Ticket, { lm });
  const summary = new Predict(Summary, { lm });
  const messages = await ticket.render({ message: 'I was charged twice.' });
  const routed = await ticket.run({ message: 'I was charged twice.' });
  const summed = await summary.run({ mail: 'I was charged twice.' });
  return JSON.stringify({ prompt: messages.at(-1)?.content, routed, summed });
}

if (process.argv[2] === 'print') process.stdout.write(`${await main()}\n`);
