import { partialParser } from 'sigil/parse';
import { digits, inTurns, median, spread, times, type Figure } from '../measure.js';
import { ITEMS, listOf } from './replies.js';
import { PEERS, type Peer } from './peers.js';

const PIECES = 1000;

/** What it costs to show all that came of a list after each of 1,000 pieces. Peers read it anew each time. */
export async function streamCost(): Promise<Figure> {
  const text = listOf(4000);
  const size = Math.ceil(text.length / PIECES);
  const pieces = Array.from({ length: PIECES }, (_, at) => text.slice(at * size, (at + 1) * size));
  const [ours = [], ...others] = await inTurns([
    () => {
      const parser = partialParser(ITEMS);
      for (const piece of pieces) parser.push(piece);
    },
    ...PEERS.map((peer) => () => shown(peer, pieces)),
  ]);
  const cost = median(ours);
  const beside: string[] = [];
  for (const [at, peer] of PEERS.entries()) {
    const theirs = median(others[at] ?? []);
    const note = (await showsUnfinished(peer)) ? ', shows numbers that are not over' : '';
    beside.push(times(cost, theirs, `${peer.name.replace(' and zod', '')} (${digits(theirs)} ms${note})`));
  }
  return {
    what: 'stream of a list, 4 kB in 1,000 pieces',
    wanted: '<= 30 ms',
    median: `${digits(cost)} ms`,
    spread: spread(ours),
    beside,
    reached: cost <= 30,
  };
}

async function shown(peer: Peer, pieces: readonly string[]): Promise<void> {
  let reply = '';
  for (const piece of pieces) {
    reply += piece;
    const value = peer.partial(reply);
    if (value instanceof Promise) await value;
  }
}

/** Whether a peer gives the 1 of a number that goes on. */
async function showsUnfinished(peer: Peer): Promise<boolean> {
  return JSON.stringify(await peer.partial('[{"id": 1')).includes('1');
}
