import type { Terminal } from './channel.js';

/** Everything outside that a command may touch, beside files. */
export interface Shell {
  readonly terminal: Terminal;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The date, for the names of run records. */
  readonly today: () => Date;
  /** Milliseconds of a monotonic clock, for progress. */
  readonly now: () => number;
}
