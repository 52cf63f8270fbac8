import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { digits, median, spread, timed, times, type Figure } from './measure.js';
import { ANSWER, DEMOS, readLines, Ticket } from './ticket.js';

const CALLS = 2000;
const TURNS = 9;

/** CPU time of one Predict call whose model answers at once: fill, parse, validate, report. Beside it, only the reading, by hand and with zod. */
export async function predictCost(): Promise<Figure> {
  const reply = { text: ANSWER, usage: { inputTokens: 900, outputTokens: 30 } };
  const predict = new Predict(Ticket, { lm: new FakeLM(() => reply) });
  const state = { '': { demos: DEMOS } };
  const schema = predict.artifact.schemas().output['~standard'];
  const [perCall, byHand]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    const { cpu } = await timed(async () => {
      for (let call = 0; call < CALLS; call++) {
        await predict.runWithReport({ message: `I was charged twice for order ${call}.` }, { state });
      }
    });
    const { cpu: hand } = await timed(async () => {
      for (let call = 0; call < CALLS; call++) await schema.validate(readLines(ANSWER));
    });
    // The first turns warm the compiler up.
    if (turn < 2) continue;
    perCall.push(cpu / CALLS);
    byHand.push(hand / CALLS);
  }
  const [cost, peer] = [median(perCall), median(byHand)];
  return {
    what: 'Predict without HTTP, 4 outputs, 8 demos: CPU of a call',
    wanted: '<= 0.10 ms',
    median: `${digits(cost)} ms`,
    spread: spread(perCall),
    beside: [times(cost, peer, `reading the reply by hand and zod (${digits(peer)} ms)`)],
    reached: cost <= 0.1,
  };
}
