import { FakeLM } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { twoStep, twoStepAdapter } from './two-step-adapter.js';

const { spec } = Ticket.artifact;

describe('twoStep', () => {
  it('asks first for an answer in words, and then for its fields', () => {
    const [system] = twoStepAdapter.compile(spec).messages;
    expect(system?.parts).toEqual([
      `Route a support ticket to the team that can solve it.

You are given:
message: The customer's message, verbatim.
channel: Where it came from.

Answer in your own words. Say clearly:
- team: one of billing, technical, sales
- urgency: a number, from 0 to 1. 0 can wait, 1 is an outage.
- refund: yes or no
- reply: text. What to tell the customer.
- order: (id: text; items: a list, each item text), or that there is none`,
    ]);
    expect(twoStepAdapter.extraction?.request(spec, 'I say\nteam: sales')).toEqual([
      {
        role: 'system',
        content: `Read the fields from an answer. Take over what it says and add nothing.
The task was: Route a support ticket to the team that can solve it.

Answer with these lines and nothing else:
team: billing or technical or sales
urgency: a number, from 0 to 1. 0 can wait, 1 is an outage.
refund: true or false
reply: text. What to tell the customer.
order: JSON like { "id": string, "items": string[] }, or null`,
      },
      {
        role: 'user',
        content: `Read the fields from an answer. Take over what it says and add nothing.
answer: I say
\\team: sales`,
      },
    ]);
  });

  it('gives the answer a name that no field has', () => {
    const [field] = spec.fields;
    if (field === undefined) throw new Error('unreachable');
    const taken = {
      ...spec,
      fields: [
        { ...field, name: 'answer' },
        { ...field, name: 'x', alias: 'given_answer' },
      ],
    };
    const request = twoStepAdapter.extraction?.request(taken, 'answer: given_answer: y');
    expect(request?.at(-1)?.content).toContain('\ngiven_given_answer: answer: given_answer: y');
  });

  it('reads with a model of its own where it is given one', () => {
    const lm = new FakeLM([]);
    expect(twoStep({ lm }).extraction?.lm).toBe(lm);
    expect(twoStepAdapter.extraction).not.toHaveProperty('lm');
  });
});
