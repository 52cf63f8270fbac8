import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openai } from '@sigil/lm/openai';
import OpenAI from 'openai';
import { Predict } from 'sigil';
import { alternate, digits, median, timed, type Figure } from './measure.js';
import { DEMOS, Ticket } from './ticket.js';

const CALLS = 1000;
const CONCURRENCY = 32;
const TURNS = 9;

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
    const cpu = ratio(b.map((one) => one.cpu), a.map((one) => one.cpu)); // prettier-ignore
    const wall = ratio(b.map((one) => one.wall), a.map((one) => one.wall)); // prettier-ignore
    return {
      what: `Cost on top of the bare openai client, concurrency ${CONCURRENCY}`,
      measured: `${((cpu - 1) * 100).toFixed(1)} % CPU`,
      wanted: '<= 15 %',
      reached: cpu <= 1.15,
      beside:
        `per call ${digits(median(b.map((one) => one.cpu)) / CALLS)} beside ${digits(median(a.map((one) => one.cpu)) / CALLS)} ms CPU; ` +
        `wall ${((wall - 1) * 100).toFixed(1)} %`,
    };
  } finally {
    server.disconnect();
  }
}

/** What somebody writes who has no framework. */
function readLines(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    values[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return { ...values, urgency: Number(values.urgency), refund: values.refund === 'true' };
}

async function concurrently(call: () => Promise<unknown>): Promise<void> {
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** The median of the ratios of neighbors, which sees less of a machine that changes its speed. */
function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((one, index) => one / (theirs[index] ?? Number.NaN)));
}
