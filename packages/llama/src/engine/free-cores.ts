import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';

/** Clocks that are read together, in milliseconds. Only differences of two readings mean something. */
interface CpuTimes {
  /** Processor time of all processes, summed over the cores. */
  readonly busy: number;
  /** Processor time of this process. */
  readonly own: number;
  readonly wall: number;
}

/**
 * Watches how busy the machine is. Threads of the native library wait by spinning: with more threads than free cores
 * a reply can take a hundred times as long.
 *
 * @returns the cores that other processes have left free since, at least 1, at most those this process may use
 * @example
 * ```ts
 * const free = watchFreeCores();
 * await llama();
 * const threads = await free();
 * ```
 */
export function watchFreeCores(): () => Promise<number> {
  const before = cpuTimes();
  return async () => {
    const after = cpuTimes();
    const wall = after.wall - before.wall;
    const others = Math.max(0, after.busy - before.busy - (after.own - before.own));
    const usable = Math.min(availableParallelism(), await quotaOf('/sys/fs/cgroup/cpu.max'));
    const free = wall > 0 ? Math.round(cpus().length - others / wall) : usable;
    return Math.max(1, Math.min(usable, free));
  };
}

function cpuTimes(): CpuTimes {
  const all = cpus().map(({ times }) => times);
  const { user, system } = process.cpuUsage();
  return {
    busy: all.reduce((sum, times) => sum + times.user + times.nice + times.sys + times.irq, 0),
    own: (user + system) / 1000,
    wall: performance.now(),
  };
}

/** Cores that a container's quota (cgroup v2: `200000 100000` is two) leaves; Infinity where there is none. */
async function quotaOf(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => 'max');
  const [quota, period] = text.trim().split(/\s+/).map(Number);
  return quota !== undefined && period !== undefined && quota > 0 && period > 0
    ? Math.ceil(quota / period)
    : Infinity;
}
