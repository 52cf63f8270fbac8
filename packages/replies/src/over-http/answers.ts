import type { Adapter } from '@sigil/spec';
import { chatAdapter } from 'sigil/adapter';
import { Ticket } from './ticket.js';

export const message = 'I was charged twice.';

export const outputs = {
  team: 'billing',
  urgency: 0.5,
  steps: ['look', 'refund “twice”'],
  reply: 'We are on it:\nteam and all, 😀.',
};

/** The outputs as the adapter's own demos write them. The second reply to an adapter of two requests is in the chat layout. */
export function answerOf(adapter: Adapter, values: typeof outputs = outputs): string {
  const laid = adapter.extraction === undefined ? adapter : chatAdapter;
  const { messages } = laid.compile(Ticket.artifact.spec, { demos: [{ message, ...values }] });
  const answer = messages.find(({ role }) => role === 'assistant');
  return answer?.parts.map(String).join('') ?? '';
}

/** What the model says before the reply that has the outputs. */
export function freeAnswers(adapter: Adapter): readonly string[] {
  return adapter.extraction === undefined ? [] : ['Billing should look at it.'];
}
