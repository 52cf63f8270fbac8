/** One figure of the report. */
export interface Figure {
  readonly what: string;
  /** What it should reach, with its unit. */
  readonly wanted: string;
  /** The median, with its unit. */
  readonly median: string;
  /** The least and the most of the turns. */
  readonly spread: string;
  /** How many times what a peer takes in the same run, and what that peer is; one each. */
  readonly beside: readonly string[];
  readonly reached: boolean;
}

/** `0.013 to 0.020`. */
export function spread(values: readonly number[], show: (value: number) => string = digits): string {
  return `${show(Math.min(...values))} to ${show(Math.max(...values))}`;
}

/** `1.09 x the bare client (0.971 ms)`. */
export function times(ours: number, peers: number, peer: string): string {
  return `${(ours / peers).toFixed(2)} x ${peer}`;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** CPU time (user and system, of the whole process) and wall time of some work, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1000, wall: performance.now() - wall };
}

/**
 * Runs two kinds of work in turns, A B B A A B .., so that neither always follows the other.
 *
 * @returns what each turn of each kind gave
 */
export async function alternate<T>(
  turns: number,
  a: () => Promise<T>,
  b: () => Promise<T>,
): Promise<{ a: readonly T[]; b: readonly T[] }> {
  const results: { a: T[]; b: T[] } = { a: [], b: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const kind of turn % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const)) {
      results[kind].push(await (kind === 'a' ? a : b)());
    }
  }
  return results;
}

/** Numbers with as many digits as say something. */
export function digits(value: number): string {
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.01
        ? value.toFixed(3)
        : value.toPrecision(2);
}

/** How long one turn of some work should be: a shorter one says little. */
const TURN = 20;

/**
 * CPU time of one run of each of several kinds of work, in milliseconds, in turns A B C C B A .. None of them may wait
 * for anything: of a busy machine CPU time sees little. What takes a second is done once.
 */
export async function inTurns(works: readonly (() => unknown)[], turns = 9): Promise<readonly number[][]> {
  const kinds: { work: () => unknown; runs: number; taken: number[] }[] = [];
  for (const work of works) kinds.push({ work, ...(await warmed(work)) });
  for (let turn = 0; turn < turns; turn++) {
    for (const { work, runs, taken } of turn % 2 === 0 ? kinds : kinds.toReversed()) {
      if (runs > 0) taken.push(await costOf(work, runs));
    }
  }
  return kinds.map(({ taken }) => taken);
}

/** Runs work until the compiler knows it, and tells how many runs make a turn; for a long one, what it took. */
async function warmed(work: () => unknown): Promise<{ runs: number; taken: number[] }> {
  const first = await costOf(work, 1);
  if (first > 1000) return { runs: 0, taken: [first] };
  let last = first;
  for (let spent = first, runs = 1; spent < 5 * TURN; runs *= 2) {
    last = await costOf(work, runs);
    spent += last * runs;
  }
  return { runs: Math.max(1, Math.round(TURN / last)), taken: [] };
}

async function costOf(work: () => unknown, runs: number): Promise<number> {
  const { cpu } = await timed(async () => {
    for (let run = 0; run < runs; run++) {
      const result = work();
      // To wait for what is there would cost others what it does not cost them.
      if (result instanceof Promise) await result;
    }
  });
  return cpu / runs;
}
