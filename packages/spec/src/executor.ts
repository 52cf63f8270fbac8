import type { Example } from './example.js';
import type { Prediction } from './prediction.js';
import type { ProgramState } from './predictor-state.js';
import type { CallSettings } from './lm-call.js';
import type { TraceStep } from './trace.js';
import type { SigilError } from './errors/sigil-error.js';

/** One run of a candidate on a row. */
export interface Rollout {
  /** Id of the candidate: content hash of its state. */
  readonly candidate: string;
  /** Absent: the artifact's own state. */
  readonly state?: ProgramState;
  /** Index of the row in its dataset. */
  readonly row: number;
  readonly example: Example;
  /** 0 unless the same row is run again for a fresh reply. */
  readonly repetition: number;
  readonly settings?: CallSettings;
}

/** What came of a rollout. Only `predicted` and `unparsed` say something about the prompt. */
export type RolloutReply = { readonly rollout: Rollout; readonly trace: readonly TraceStep[] } & (
  | { readonly status: 'predicted'; readonly prediction: Prediction }
  /** The reply could not be parsed or broke a constraint. */
  | { readonly status: 'unparsed'; readonly error: SigilError }
  /** The program threw. */
  | { readonly status: 'program-error'; readonly error: unknown }
  /** No reply could be had. Never a score. */
  | { readonly status: 'infrastructure-error'; readonly error: SigilError }
  | { readonly status: 'cancelled' }
);

/** Runs rollouts somewhere: in this process, or on workers. */
export interface Executor {
  /**
   * Runs all rollouts and gives their replies in the order of the rollouts. After an infrastructure error or an
   * abort nothing new is started; what was not run is `cancelled`.
   */
  run(rollouts: readonly Rollout[], options?: ExecutorRunOptions): Promise<readonly RolloutReply[]>;
}

/** What a run of rollouts may be given. */
export interface ExecutorRunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Keep the trace of every reply. It holds whole prompts; without it traces are empty. */
  readonly trace?: boolean | undefined;
  /** Called as each reply arrives, in any order. May be async; the executor waits for it before it ends. */
  readonly onReply?: ((reply: RolloutReply) => void | Promise<void>) | undefined;
}
