import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openai } from '@sigil/lm/openai';
import OpenAI from 'openai';
import { Predict } from 'sigil';
import { alternate, digits, median, spread, timed, type Figure } from './measure.js';
import { DEMOS, readLines, Ticket } from './ticket.js';

// Many short turns: a machine that changes its speed changes it for few of them.
const CALLS = 320;
const CONCURRENCY = 32;
const TURNS = 31;

/** Our CPU time for a call over HTTP beside that of the bare client with the same messages and zod. */
export async function clientCost(): Promise<Figure> {
  const server = fork(new URL('./server.ts', import.meta.url));
  const message: unknown[] = await once(server, 'message');
  const [baseURL] = message;
  if (typeof baseURL !== 'string')
    throw new Error(`The server sent ${String(baseURL)}, expected its address.`);
  try {
    const client = new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 });
    const predict = new Predict(Ticket, { lm: openai('bench', { baseURL, apiKey: 'none' }) });
    const state = { '': { demos: DEMOS } };
    const outputSchema = predict.artifact.schemas().output['~standard'];
    const messages = [...(await predict.render({ message: 'I was charged twice.' }, { state }))];

    const bare = async (): Promise<void> => {
      const reply = await client.chat.completions.create({ model: 'bench', messages });
      await outputSchema.validate(readLines(reply.choices[0]?.message.content ?? ''));
    };
    const ours = async (): Promise<unknown> =>
      predict.runWithReport({ message: 'I was charged twice.' }, { state });
    const turn = (call: () => Promise<unknown>) => () => timed(() => concurrently(call));
    await turn(bare)();
    await turn(ours)();
    const { a, b } = await alternate(TURNS, turn(bare), turn(ours));
    const [theirs, mine] = [a.map(({ cpu }) => cpu / CALLS), b.map(({ cpu }) => cpu / CALLS)];
    const ratios = mine.map((one, at) => one / (theirs[at] ?? Number.NaN));
    const walls = b.map(({ wall }, at) => wall / (a[at]?.wall ?? Number.NaN));
    // The median of the ratios of neighbors sees less of a machine that changes its speed.
    const cost = median(ratios) - 1;
    return {
      what: `Predict over HTTP, concurrency ${CONCURRENCY}: CPU on top of the bare openai client`,
      wanted: '<= 15 %',
      median: percent(cost),
      spread: spread(
        ratios.map((one) => one - 1),
        percent,
      ),
      beside: [
        `${(1 + cost).toFixed(2)} x the bare client with zod ` +
          `(${digits(median(mine))} and ${digits(median(theirs))} ms a call; wall time ${median(walls).toFixed(2)} x)`,
      ],
      reached: cost <= 0.15,
    };
  } finally {
    server.disconnect();
  }
}

async function concurrently(call: () => Promise<unknown>): Promise<void> {
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
