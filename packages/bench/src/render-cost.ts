import { Predict } from 'sigil';
import { adapterById } from 'sigil/adapter';
import { digits, inTurns, median, spread, times, type Figure } from './measure.js';
import { DEMOS, Ticket } from './ticket.js';

const WANTED = 10;

/** What it costs to write the messages of a call with 8 demos, from the compiled template and through the public door. */
export async function renderCost(): Promise<readonly Figure[]> {
  const predict = new Predict(Ticket);
  const { spec, template } = predict.artifact;
  const adapter = adapterById(template.adapter);
  const state = { demos: DEMOS };
  const compiled = adapter.compile(spec, state);
  const inputs = {
    message:
      'Hello,\n\nI was charged twice for order 1042, on the 3rd and on the 5th. Please pay one back.\n\nThanks',
  };
  const options = { state: { '': state } };
  const [fill = [], render = [], byHand = []] = (
    await inTurns([
      () => adapter.fill(compiled, spec, inputs),
      () => predict.render(inputs, options),
      () => written(inputs.message),
    ])
  ).map((turns) => turns.map((one) => one * 1000));
  const hand = median(byHand);
  const note = `an array of literals with the message in it (${digits(hand)} µs)`;
  const figure = (what: string, turns: readonly number[]): Figure => ({
    what,
    wanted: `<= ${WANTED} µs`,
    median: `${digits(median(turns))} µs`,
    spread: spread(turns),
    beside: [times(median(turns), hand, note)],
    reached: median(turns) <= WANTED,
  });
  return [
    figure('render, 8 demos: the messages from a compiled template', fill),
    figure('render, 8 demos: Predict.render, with the inputs checked', render),
  ];
}

/** The same messages as somebody writes them who has no framework. */
function written(message: string): readonly unknown[] {
  return [
    { role: 'system', content: 'Route a support ticket to the team that can solve it.' },
    ...DEMOS.flatMap((demo) => [
      { role: 'user', content: `message: ${demo.message}` },
      { role: 'assistant', content: `team: ${demo.team}\nurgency: ${demo.urgency}\nrefund: ${demo.refund}` },
    ]),
    { role: 'user', content: `message: ${message}` },
  ];
}
