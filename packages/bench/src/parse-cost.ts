import type { ValueType } from '@sigil/spec';
import { jsonrepair } from 'jsonrepair';
import { parseValue, partialParser } from 'sigil/parse';
import { z } from 'zod';
import { digits, median, spread, times, type Figure } from './measure.js';

const TURNS = 9;

const TEXT: ValueType = { kind: 'string' };
const ITEM: ValueType = {
  kind: 'object',
  properties: [
    { name: 'id', type: { kind: 'number', integer: true } },
    { name: 'name', type: TEXT },
    { name: 'tags', type: { kind: 'array', items: TEXT } },
    { name: 'note', type: TEXT, optional: true },
  ],
};
const ITEMS: ValueType = { kind: 'array', items: ITEM };
const Item = z.object({
  id: z.int(),
  name: z.string(),
  tags: z.array(z.string()),
  note: z.string().optional(),
});
const Items = z.array(Item);

/** One item with the mistakes that models make, one or two in each. */
const SHORT = [
  '{"id": 1, "name": "Fern", "tags": ["a", "b"]}',
  '```json\n{"id": 2, "name": "Moss", "tags": []}\n```',
  'Sure, here it is: {"id": 3, "name": "Oak", "tags": ["c"],}',
  "{'id': 4, 'name': 'Elm', 'tags': ['d']}",
  '{id: 5, name: "Ash", tags: ["e"] // done\n}',
  '{"id":6,"name":"Yew","tags":["f"]',
  '{"id": "7", "name": "Fir", "tags": "g"}',
  '<think>{"id": 0}</think>{"id": 8, "name": "Box", "tags": []}',
  '{“id”: 9, “name”: “Bay”, “tags”: []}',
  '{"id": 10, "name": "The "old" one", "tags": ["h"\n"i"]}',
];

/**
 * What reading a reply costs, and a stream of one. Beside it what users of TypeScript put together: jsonrepair and zod,
 * or JSON.parse and zod where the reply is JSON.
 */
export function parseCost(): readonly Figure[] {
  const two = listOf(2000);
  const broken = `${two.slice(0, -1)},]`;
  const big = listOf(1_000_000);
  const bigBroken = `${big.slice(0, -1)},]`;
  return [
    short(),
    figure('parse, 2 kB with a mistake', 'ms', 0.15, 200, () => parseValue(broken, ITEMS), {
      name: 'jsonrepair and zod',
      run: () => Items.parse(JSON.parse(jsonrepair(broken))),
    }),
    valid(two),
    rate('parse, 1 MB of JSON', big),
    rate('parse, 1 MB with a mistake', bigBroken),
    stream(),
  ];
}

function listOf(length: number): string {
  const items: unknown[] = [];
  for (let size = 0; size < length; size += JSON.stringify(items.at(-1)).length + 1) {
    const id = items.length;
    items.push({
      id,
      name: `Plant number ${id}`,
      tags: ['green', `row ${id}`],
      note: 'Says "grow"\nand more.',
    });
  }
  return JSON.stringify(items);
}

interface PeerWork {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds of one run, in turns with the peer. */
function inTurns(runs: number, ours: () => unknown, peer: () => unknown): { ours: number[]; peer: number[] } {
  const taken = { ours: [] as number[], peer: [] as number[] };
  const time = (work: () => unknown): number => {
    const start = performance.now();
    for (let run = 0; run < runs; run++) work();
    return (performance.now() - start) / runs;
  };
  for (let turn = 0; turn < TURNS + 2; turn++) {
    const oursFirst = turn % 2 === 0;
    const first = time(oursFirst ? ours : peer);
    const second = time(oursFirst ? peer : ours);
    // The first turns warm the compiler up.
    if (turn < 2) continue;
    taken.ours.push(oursFirst ? first : second);
    taken.peer.push(oursFirst ? second : first);
  }
  return taken;
}

function figure(
  what: string,
  unit: 'ms' | 'µs',
  wanted: number,
  runs: number,
  ours: () => unknown,
  peer: PeerWork,
): Figure {
  const taken = inTurns(runs, ours, peer.run);
  const scale = unit === 'µs' ? 1000 : 1;
  const [cost, beside] = [median(taken.ours) * scale, median(taken.peer) * scale];
  return {
    what,
    wanted: `<= ${wanted} ${unit}`,
    median: `${digits(cost)} ${unit}`,
    spread: spread(taken.ours.map((value) => value * scale)),
    beside: times(cost, beside, `${peer.name} (${digits(beside)} ${unit})`),
    reached: cost <= wanted,
  };
}

/** The median over the replies, each measured by itself; jsonrepair cannot read all of them. */
function short(): Figure {
  const each = SHORT.map((reply) => {
    const taken = inTurns(
      200,
      () => parseValue(reply, ITEM),
      () => repaired(reply),
    );
    return { ours: median(taken.ours) * 1000, peer: median(taken.peer) * 1000 };
  });
  const costs = each.map(({ ours }) => ours);
  const [cost, beside] = [median(costs), median(each.map(({ peer }) => peer))];
  const read = SHORT.filter((reply) => repaired(reply) !== undefined).length;
  return {
    what: `parse, ${SHORT.length} short replies with mistakes`,
    wanted: '<= 30 µs',
    median: `${digits(cost)} µs`,
    spread: spread(costs),
    beside: times(cost, beside, `jsonrepair and zod (${digits(beside)} µs), which read ${read} of them`),
    reached: cost <= 30,
  };
}

function repaired(reply: string): unknown {
  try {
    return Item.safeParse(JSON.parse(jsonrepair(reply))).data;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function valid(text: string): Figure {
  const taken = inTurns(
    200,
    () => parseValue(text, ITEMS),
    () => Items.parse(JSON.parse(text)),
  );
  const [cost, beside] = [median(taken.ours), median(taken.peer)];
  return {
    what: 'parse, 2 kB of JSON',
    wanted: '<= 1.3 x JSON.parse and zod',
    median: `${(cost / beside).toFixed(2)} x`,
    spread: spread(taken.ours.map((value, at) => value / (taken.peer[at] ?? Number.NaN))),
    beside: `${digits(cost)} ms, they ${digits(beside)} ms`,
    reached: cost / beside <= 1.3,
  };
}

function rate(what: string, text: string): Figure {
  const taken = inTurns(
    1,
    () => parseValue(text, ITEMS),
    () => Items.safeParse(JSON.parse(jsonrepair(text))),
  );
  const rateOf = (milliseconds: number): number => text.length / 1000 / milliseconds;
  const [ours, peer] = [rateOf(median(taken.ours)), rateOf(median(taken.peer))];
  return {
    what,
    wanted: '>= 10 MB/s',
    median: `${digits(ours)} MB/s`,
    spread: spread(taken.ours.map(rateOf)),
    beside: `jsonrepair and zod: ${digits(peer)} MB/s`,
    reached: ours >= 10,
  };
}

/** Every piece of the reply, with what can be shown so far. */
function stream(): Figure {
  const text = listOf(4000);
  const size = Math.ceil(text.length / 1000);
  const pieces = Array.from({ length: 1000 }, (_, at) => text.slice(at * size, (at + 1) * size));
  return figure(
    'stream of a list, 4 kB in 1,000 pieces',
    'ms',
    30,
    3,
    () => {
      const parser = partialParser(ITEMS);
      for (const piece of pieces) parser.push(piece);
    },
    {
      name: 'jsonrepair of all that came, after each piece',
      run: () => {
        let reply = '';
        for (const piece of pieces) {
          reply += piece;
          JSON.parse(jsonrepair(reply === '' ? '[' : reply));
        }
      },
    },
  );
}
