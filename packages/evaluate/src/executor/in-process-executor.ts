import {
  UsageError,
  type CallSettings,
  type Executor,
  type LanguageModel,
  type Program,
  type Rollout,
  type RolloutReply,
} from '@sigil/spec';
import { runRollout } from './run-rollout.js';

/** What an {@link inProcessExecutor} runs, and how much of it at a time. */
export interface InProcessExecutorOptions {
  readonly program: Program;
  /** Absent: the model that the program is bound to, or that is configured. */
  readonly lm?: LanguageModel | undefined;
  /** Rollouts under way at a time, from 1. 8 unless given. */
  readonly concurrency?: number | undefined;
  /** A rollout's own settings come before these. */
  readonly settings?: CallSettings | undefined;
}

/**
 * Runs rollouts in this process, a bounded number at a time, started in their order. Replies come in the order of the
 * rollouts, whatever the concurrency. After an infrastructure error, an abort, or an error in `onReply` nothing new is
 * started; what is under way is waited for.
 *
 * @throws UsageError when the concurrency is no whole number from 1
 * @example
 * ```ts
 * const executor = inProcessExecutor({ program: new Predict(Ticket), lm, concurrency: 16 });
 * const evaluation = await evaluate({ program, dataset: rows, metric: exactMatch, executor });
 * ```
 */
export function inProcessExecutor({
  program,
  lm,
  concurrency = 8,
  settings,
}: InProcessExecutorOptions): Executor {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new UsageError(
      `Cannot run ${concurrency} rows at a time: expected a concurrency that is a whole number from 1.`,
    );
  }
  return {
    async run(rollouts, { signal, onReply, trace = false } = {}) {
      const replies = new Map<number, RolloutReply>();
      const broken: unknown[] = [];
      let next = 0;
      let stopped = false;
      const take = (): [number, Rollout] | undefined => {
        const rollout = stopped || signal?.aborted === true ? undefined : rollouts[next];
        return rollout === undefined ? undefined : [next++, rollout];
      };
      const work = async (): Promise<void> => {
        for (let taken = take(); taken !== undefined; taken = take()) {
          const [at, rollout] = taken;
          const reply = await runRollout(rollout, { program, lm, settings, signal, trace });
          replies.set(at, reply);
          if (reply.status === 'infrastructure-error' || reply.status === 'cancelled') stopped = true;
          try {
            await onReply?.(reply);
          } catch (error) {
            stopped = true;
            broken.push(error);
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(concurrency, rollouts.length) }, work));
      if (broken.length > 0) throw broken[0];
      return rollouts.map((rollout, at) => replies.get(at) ?? { rollout, trace: [], status: 'cancelled' });
    },
  };
}
