import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { digits, median, timed, type Figure } from './measure.js';
import { ANSWER, DEMOS, Ticket } from './ticket.js';

const CALLS = 2000;
const TURNS = 9;

/** CPU time of one Predict call whose model answers at once: fill, parse, validate, report. */
export async function predictCost(): Promise<Figure> {
  const reply = { text: ANSWER, usage: { inputTokens: 900, outputTokens: 30 } };
  const predict = new Predict(Ticket, { lm: new FakeLM(() => reply) });
  const state = { '': { demos: DEMOS } };
  const perCall: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const { cpu } = await timed(async () => {
      for (let call = 0; call < CALLS; call++) {
        await predict.runWithReport({ message: `I was charged twice for order ${call}.` }, { state });
      }
    });
    // The first turns warm the compiler up.
    if (turn >= 2) perCall.push(cpu / CALLS);
  }
  const cost = median(perCall);
  return {
    what: 'Predict without HTTP (4 outputs, 8 demos)',
    measured: `${digits(cost)} ms CPU`,
    wanted: '<= 0.10 ms CPU',
    reached: cost <= 0.1,
    beside: `of ${perCall.length} turns of ${CALLS} calls: ${digits(Math.min(...perCall))} to ${digits(Math.max(...perCall))} ms`,
  };
}
