import { isDeepStrictEqual } from 'node:util';
import { parseValue } from 'sigil/parse';
import { digits, inTurns, median, spread, times, type Figure } from '../measure.js';
import { Items, ITEMS, listOf, SHORT, TYPES } from './replies.js';
import { BAML, JSONREPAIR, PEERS, type Peer } from './peers.js';

/** What reading a reply costs in CPU time, beside other parsers with zod, or JSON.parse and zod where the reply is JSON. */
export async function parseCost(): Promise<readonly Figure[]> {
  const two = listOf(2000);
  const big = listOf(1_000_000);
  return [
    await short(),
    await broken(`${two.slice(0, -1)},]`),
    await valid(two),
    await rate('parse, 1 MB of JSON', big, [JSONREPAIR]),
    await rate('parse, 1 MB with a mistake', `${big.slice(0, -1)},]`, [JSONREPAIR, BAML]),
  ];
}

/** The median over the replies, each measured by itself; the peers cannot read all of them. */
async function short(): Promise<Figure> {
  const each: (readonly number[])[] = [];
  for (const [wanted, reply] of SHORT) {
    const works = PEERS.map((peer) => () => attempted(() => peer.short(reply, wanted)));
    const taken = await inTurns([() => parseValue(reply, TYPES[wanted]), ...works], 5);
    each.push(taken.map((turns) => median(turns) * 1000));
  }
  const costs = each.map(([ours = Number.NaN]) => ours);
  const cost = median(costs);
  const beside: string[] = [];
  for (const [at, peer] of PEERS.entries()) {
    const theirs = median(each.map((taken) => taken[at + 1] ?? Number.NaN));
    const note = `${digits(theirs)} µs, ${await readBy(peer)} of them read right`;
    beside.push(times(cost, theirs, `${peer.name} (${note})`));
  }
  return {
    what: `parse, ${SHORT.length} short replies with mistakes`,
    wanted: '<= 30 µs',
    median: `${digits(cost)} µs`,
    spread: spread(costs),
    beside,
    reached: cost <= 30,
  };
}

/** How many of the short replies a peer reads as what they say. */
async function readBy(peer: Peer): Promise<number> {
  let count = 0;
  for (const [wanted, reply, value] of SHORT) {
    if (isDeepStrictEqual(withoutNulls(await attempted(() => peer.short(reply, wanted))), value)) count++;
  }
  return count;
}

/** BAML says null for a property that is not there. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

/** Undefined for what cannot be read. */
function attempted(read: () => unknown): unknown {
  const unread = (error: unknown): undefined => {
    if (!(error instanceof Error)) throw error;
  };
  try {
    const value = read();
    return value instanceof Promise ? value.catch(unread) : value;
  } catch (error) {
    return unread(error);
  }
}

async function broken(text: string): Promise<Figure> {
  const [ours = [], ...peers] = await inTurns([
    () => parseValue(text, ITEMS),
    ...PEERS.map((peer) => () => attempted(() => peer.items(text))),
  ]);
  const cost = median(ours);
  const beside: string[] = [];
  for (const [at, peer] of PEERS.entries()) {
    const theirs = median(peers[at] ?? []);
    const isRead = (await attempted(() => peer.items(text))) !== undefined;
    const note = `${digits(theirs)} ms${isRead ? '' : ', which cannot read it'}`;
    beside.push(times(cost, theirs, `${peer.name} (${note})`));
  }
  return {
    what: 'parse, 2 kB with a mistake',
    wanted: '<= 0.15 ms',
    median: `${digits(cost)} ms`,
    spread: spread(ours),
    beside,
    reached: cost <= 0.15,
  };
}

async function valid(text: string): Promise<Figure> {
  const [ours = [], zod = [], baml = []] = await inTurns(
    [() => parseValue(text, ITEMS), () => Items.parse(JSON.parse(text)), () => BAML.items(text)],
    21,
  );
  const ratios = ours.map((value, at) => value / (zod[at] ?? Number.NaN));
  // The median of the ratios of neighbors sees less of a machine that changes its speed.
  const ratio = median(ratios);
  return {
    what: 'parse, 2 kB of JSON',
    wanted: '<= 1.3 x JSON.parse and zod',
    median: `${ratio.toFixed(2)} x`,
    spread: spread(ratios, (one) => one.toFixed(2)),
    beside: [
      `${digits(median(ours) * 1000)} µs, they ${digits(median(zod) * 1000)} µs`,
      times(median(ours), median(baml), `BAML (${digits(median(baml))} ms)`),
    ],
    reached: ratio <= 1.3,
  };
}

async function rate(what: string, text: string, peers: readonly Peer[]): Promise<Figure> {
  const [ours = [], ...others] = await inTurns([
    () => parseValue(text, ITEMS),
    ...peers.map((peer) => () => peer.items(text)),
  ]);
  const rateOf = (milliseconds: number): number => text.length / 1000 / milliseconds;
  const rateOfAll = rateOf(median(ours));
  return {
    what,
    wanted: '>= 10 MB/s',
    median: `${digits(rateOfAll)} MB/s`,
    spread: spread(ours.map(rateOf)),
    beside: peers.map(({ name }, at) => `${name}: ${digits(rateOf(median(others[at] ?? [])))} MB/s`),
    reached: rateOfAll >= 10,
  };
}
