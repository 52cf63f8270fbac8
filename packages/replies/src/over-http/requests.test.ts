import { ReplyError, type Adapter } from '@sigil/spec';
import { FakeServer, respond, type FakeResponse } from '@sigil/testing';
import { openai } from '@sigil/lm/openai';
import { Predict } from 'sigil';
import { adapters } from 'sigil/adapter';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOf, freeAnswers, message, outputs } from './answers.js';
import { Ticket } from './ticket.js';

let server: FakeServer | undefined;
afterEach(() => server?.close());

type Script = (good: string, bad: string) => readonly (string | FakeResponse)[];

/** What a server answers to the requests that read an answer, and how many of them there are. */
const cases: readonly [
  what: string,
  reasks: number | undefined,
  requests: number,
  isGood: boolean,
  Script,
][] = [
  ['a good reply', undefined, 1, true, (good) => [good]],
  ['a good reply, with maxReasks 3', 3, 1, true, (good) => [good]],
  ['a reply that is repaired', undefined, 1, true, (good) => [`\`\`\`\n${good}\n\`\`\``]],
  ['a reply that is asked for again', undefined, 2, true, (good, bad) => [bad, good]],
  ['a reply that is asked for again twice', 2, 3, true, (good, bad) => [bad, bad, good]],
  ['a bad reply, with maxReasks 0', 0, 1, false, (_, bad) => [bad]],
  ['bad replies', undefined, 2, false, (_, bad) => [bad, bad]],
  ['replies with nothing to read', undefined, 2, false, () => ['Hm.', 'Hm.']],
  ['cut-off replies', undefined, 2, false, (good) => [respond.cutOff(good), respond.cutOff(good)]],
  ['a cut-off reply, with maxReasks 0', 0, 1, false, (good) => [respond.cutOff(good)]],
  ['a cut-off reply and a good one', undefined, 2, true, (good) => [respond.cutOff(good), good]],
  ['filtered replies', undefined, 2, false, () => [respond.filtered(), respond.filtered()]],
  ['refused replies', undefined, 2, false, () => [respond.refusal('No.'), respond.refusal('No.')]],
  ['a refused reply, with maxReasks 0', 0, 1, false, () => [respond.refusal('No.')]],
  ['empty replies', undefined, 2, false, () => [respond.emptyText(), respond.emptyText()]],
];

/** Each answer that is read comes behind one of its own where an adapter needs two requests. */
function scriptOf(adapter: Adapter, replies: readonly (string | FakeResponse)[]): (string | FakeResponse)[] {
  return [...freeAnswers(adapter), ...replies];
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('with %s', (_, adapter) => {
  it.each(cases)(
    'a call sends what its report shows and nothing else: %s',
    async (_what, maxReasks, requests, isGood, script) => {
      const replies = script(answerOf(adapter), answerOf(adapter, { ...outputs, urgency: 7 }));
      server = await FakeServer.start([...scriptOf(adapter, replies), 'one too many']);
      const lm = openai('small', { baseURL: server.baseURL, apiKey: 'none' });
      const predict = new Predict(Ticket, { adapter, lm, ...(maxReasks === undefined ? {} : { maxReasks }) });
      const made = await predict.runWithReport({ message }).then(
        ({ outputs: values, report }) => ({ values, report }),
        (error: unknown) => {
          if (ReplyError.isInstance(error) && error.report !== undefined) return { report: error.report };
          throw error;
        },
      );
      expect('values' in made ? made.values : undefined).toEqual(isGood ? outputs : undefined);
      const { attempts, usage } = made.report;
      expect(server.requests).toHaveLength(freeAnswers(adapter).length + requests);
      expect(attempts).toHaveLength(server.requests.length);
      expect(server.requests.map(({ body }) => body['messages'])).toEqual(
        attempts.map(({ messages }) => messages),
      );
      expect(
        attempts.slice(0, -1).filter(({ step, error }) => step !== 'answer' && error === undefined),
      ).toEqual([]);
      expect(attempts.at(-1)?.error === undefined).toBe(isGood);
      const sum = (of: 'inputTokens' | 'outputTokens'): number =>
        attempts.reduce((total, { reply }) => total + (reply.usage?.[of] ?? 0), 0);
      expect(usage).toEqual({ inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') });
      expect(usage.inputTokens).toBeGreaterThan(0);
    },
  );
});
