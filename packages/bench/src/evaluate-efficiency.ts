import { evaluate, exactMatch } from '@sigil/evaluate';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { median, spread, timed, type Figure } from './measure.js';
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
    what: `evaluate, ${ROWS} rows, ${LATENCY} ms model, concurrency ${CONCURRENCY}: ideal time / wall time (more is better)`,
    wanted: '>= 0.93',
    median: share.toFixed(3),
    spread: spread(shares, (one) => one.toFixed(3)),
    beside: [`${(1 / share).toFixed(2)} x a model that never waits for us (${ideal} ms)`],
    reached: share >= 0.93,
  };
}
