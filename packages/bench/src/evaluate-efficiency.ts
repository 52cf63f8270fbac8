import { evaluate, exactMatch } from '@sigil/evaluate';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { median, timed, type Figure } from './measure.js';
import { ANSWER, Ticket } from './ticket.js';

const ROWS = 1000;
const LATENCY = 50;
const CONCURRENCY = 64;

/** How much of the possible speed an evaluation reaches when every call takes the same time. */
export async function evaluateEfficiency(): Promise<Figure> {
  const dataset = Array.from({ length: ROWS }, (_, row) => ({
    message: `Order ${row} is late.`,
    team: 'billing',
  }));
  const ideal = Math.ceil(ROWS / CONCURRENCY) * LATENCY;
  const shares: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const lm = new FakeLM(() => ANSWER, { delay: LATENCY });
    const program = new Predict(Ticket);
    const { wall } = await timed(() =>
      evaluate({ program, dataset, metric: exactMatch, lm, concurrency: CONCURRENCY }),
    );
    shares.push(ideal / wall);
  }
  const share = median(shares);
  return {
    what: `Evaluate, ${ROWS} rows on a ${LATENCY} ms model, concurrency ${CONCURRENCY}: ideal / wall`,
    measured: share.toFixed(3),
    wanted: '>= 0.93',
    reached: share >= 0.93,
    beside: `ideal ${ideal} ms; ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)}`,
  };
}
