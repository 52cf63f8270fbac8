import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ejectedFile } from '@sigil/codegen/eject';
import { openai } from '@sigil/lm/openai';
import type { Artifact, CallSettings } from '@sigil/spec';
import { FakeServer, respond } from '@sigil/testing';
import fc from 'fast-check';
import { Predict } from 'sigil';
import { adapterById, fieldPatterns } from 'sigil/adapter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../../sigil/test/hostile-text.js';
import { Level, Order, type Tree } from '../../../sigil/src/fixtures/order.js';
import { Ticket } from '../../../sigil/src/fixtures/ticket.js';

interface Ejected {
  run(inputs: object, options: { baseURL: string; apiKey: string }): Promise<unknown>;
}

const { texts } = hostileText;
const days = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const midnights = days.map((date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00.000Z`));
const people = fc.record(
  { name: texts, age: fc.integer(), mail: fc.option(texts) },
  { requiredKeys: ['name', 'mail'] },
);
const keys = texts.filter((key) => key !== '__proto__' && key !== 'constructor');
const tickets = fc.record(
  { message: texts, channel: fc.constantFrom('mail' as const, 'chat' as const), history: fc.array(texts) },
  { requiredKeys: ['message'] },
);
const orders = fc.record(
  {
    when: days,
    day: midnights,
    tags: fc.array(texts).map((list) => new Set(list)),
    scores: fc.array(fc.tuple(keys, fc.integer())).map((list) => new Map(list)),
    people: fc.dictionary(keys, people),
    count: fc.bigInt(),
    point: fc.record({ x: fc.integer(), y: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
    path: fc.tuple(texts, days),
    level: fc.constantFrom(Level.Low, Level.High),
    root: fc.record({
      name: texts,
      children: fc.array(fc.record({ name: texts, children: fc.constant<Tree[]>([]) })),
    }),
    anything: fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
    note: texts,
  },
  {
    requiredKeys: [
      'when',
      'day',
      'tags',
      'scores',
      'people',
      'count',
      'point',
      'path',
      'level',
      'root',
      'anything',
    ],
  },
);

const settings: CallSettings = { temperature: 0, maxOutputTokens: 200, seed: 7, stopSequences: ['\n\n'] };
const state = {
  demos: [
    {
      message: 'Was I <team> charged\nteam: twice?',
      team: 'billing',
      urgency: 0.5,
      refund: true,
      reply: 'null',
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'sigil-eject-'));
let server: FakeServer;
beforeAll(async () => {
  server = await FakeServer.start(() => respond.emptyText());
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function eject(artifact: Artifact, name: string, id: string): Promise<Ejected> {
  const adapter = adapterById(id);
  const text = ejectedFile({
    name,
    spec: artifact.spec,
    template: adapter.compile(artifact.spec, name === 'Ticket' ? state : {}),
    markers: fieldPatterns(id, artifact.spec),
    ...(id === 'json/1' ? { wire: artifact.wire } : {}),
    model: 'some-model',
    settings,
    command: 'sigil eject',
  });
  const file = join(folder, `${name}-${adapter.id.replace('/', '-')}.ts`);
  writeFileSync(file, text);
  return (await import(pathToFileURL(file).href)) as Ejected;
}

/** The bodies of the next request of each of the two. */
async function bodies(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<readonly (string | undefined)[]> {
  const sent: (string | undefined)[] = [];
  for (const send of [ours, theirs]) {
    const before = server.requests.length;
    // The reply is empty: both refuse it.
    await expect(send()).rejects.toThrow(/empty/u);
    expect(server.requests).toHaveLength(before + 1);
    sent.push(server.requests.at(-1)?.text);
  }
  return sent;
}

describe.each(['chat/1', 'xml/1', 'json/1', 'compact/1'])('what a file with %s sends', (id) => {
  const lm = () =>
    openai('some-model', {
      baseURL: server.baseURL,
      apiKey: 'any',
      tokenLimitKey: 'max_completion_tokens',
      structuredOutput: true,
    });
  const options = () => ({ baseURL: server.baseURL, apiKey: 'any' });

  it('are the bytes that Sigil sends, for texts of any kind', async () => {
    const predict = new Predict(Ticket, { settings, maxReasks: 0 });
    const ejected = await eject(Ticket.artifact, 'Ticket', id);
    await fc.assert(
      fc.asyncProperty(tickets, async (inputs) => {
        const [ours, theirs] = await bodies(
          () => predict.run(inputs, { lm: lm(), state: { '': { ...state, adapter: id } } }),
          () => ejected.run(inputs, options()),
        );
        expect(theirs).toBe(ours);
      }),
      { numRuns: 40 },
    );
  });

  it('are the bytes that Sigil sends, for values of every type', async () => {
    const predict = new Predict(Order, { settings, maxReasks: 0 });
    const ejected = await eject(Order.artifact, 'Order', id);
    await fc.assert(
      fc.asyncProperty(orders, async (inputs) => {
        const [ours, theirs] = await bodies(
          () => predict.run(inputs, { lm: lm(), state: { '': { adapter: id } } }),
          () => ejected.run(inputs, options()),
        );
        expect(theirs).toBe(ours);
      }),
      { numRuns: 40 },
    );
  });
});
