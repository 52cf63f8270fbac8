import {
  DatasetError,
  MetricError,
  type CallSettings,
  type Example,
  type Executor,
  type LanguageModel,
  type Metric,
  type Program,
  type ProgramState,
  type Rollout,
  type RolloutReply,
} from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import type { PredictionOf } from '../metric/prediction-of.js';
import { inProcessExecutor } from '../executor/in-process-executor.js';
import { summarize, type Evaluation } from './evaluation.js';
import type { RowScore } from './row-score.js';
import { rowScorer } from './row-scorer.js';

/** What is evaluated on what, and how. */
export interface EvaluateOptions<E extends object = Example, P extends object = object> {
  readonly program: Program<object, P>;
  /** Checked rows, as {@link checkRows} gives them. */
  readonly dataset: readonly E[];
  readonly metric: Metric<E, PredictionOf<P>>;
  /** For errors. The name of the function unless given. */
  readonly metricName?: string | undefined;
  /** Absent: the model that the program is bound to, or that is configured. */
  readonly lm?: LanguageModel | undefined;
  /** Tuned state in the place of the artifact's. `{}` runs the bare signatures. */
  readonly state?: ProgramState | undefined;
  readonly settings?: CallSettings | undefined;
  /** Rows under way at a time, from 1. 8 unless given. */
  readonly concurrency?: number | undefined;
  /** Where the rows are run, in the place of `lm` and `concurrency`. */
  readonly executor?: Executor | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Keeps each row's trace, which holds whole prompts. */
  readonly trace?: boolean | undefined;
  /** Called with every finished row, in the order in which they finish. */
  readonly onRow?: ((row: RowScore) => void) | undefined;
}

/**
 * Runs a program on every row and scores what it answers. A reply that cannot be read scores 0 and is counted; so does
 * a program that throws. When no reply can be had, or the metric is broken, nothing new is started and the evaluation
 * ends as `failed`, with the rows that are done; so it ends when the program threw on every row. What the metric or the
 * program did wrong is told with the row, by file and line where it was read from a file.
 *
 * @throws DatasetError when there are no rows
 * @throws UsageError when the concurrency is no whole number from 1
 * @example
 * ```ts
 * const dataset = checkRows(await readDataset('data/tickets.jsonl'), Ticket.artifact, { requireOutputs: ['team'] });
 * const { mean, interval, parsed } = await evaluate({
 *   program: new Predict(Ticket),
 *   dataset,
 *   lm: openai('gpt-5-mini'),
 *   metric: (row, answer) => row.team === answer.team,
 * });
 * ```
 */
export async function evaluate<E extends object = Example, P extends object = object>(
  options: EvaluateOptions<E, P>,
): Promise<Evaluation> {
  const {
    program,
    dataset,
    metric,
    lm,
    concurrency,
    state,
    settings,
    signal,
    trace = false,
    onRow,
  } = options;
  if (dataset.length === 0)
    throw new DatasetError('Cannot evaluate: the dataset has no rows, expected at least one.');
  const executor = options.executor ?? inProcessExecutor({ program, lm, concurrency });
  const score = rowScorer(program, dataset, metric, options.metricName);
  const rows = new Map<number, RowScore>();
  const onReply = async (reply: RolloutReply): Promise<void> => {
    const scored = await score(reply);
    if (scored === undefined) return;
    const row = trace ? { ...scored, trace: reply.trace } : scored;
    rows.set(row.row, row);
    onRow?.(row);
    // Stops the executor: a broken metric would only cost more replies.
    if (row.outcome === 'metric-error') throw row.error;
  };
  const replies = await executor
    .run(rolloutsOf(dataset, state, settings), { signal, onReply, trace })
    .catch((error: unknown) => {
      if (MetricError.isInstance(error) && [...rows.values()].some((row) => row.outcome === 'metric-error'))
        return [];
      throw error;
    });
  const inOrder = [...rows.values()].sort((a, b) => a.row - b.row);
  return summarize(
    dataset,
    inOrder,
    replies.some(({ status }) => status === 'cancelled'),
  );
}

function rolloutsOf(
  dataset: readonly object[],
  state: ProgramState | undefined,
  settings: CallSettings | undefined,
): Rollout[] {
  const candidate = state === undefined ? 'artifact' : contentHash(state);
  return dataset.map((row, at) => ({
    candidate,
    row: at,
    example: Object.fromEntries(Object.entries(row)),
    repetition: 0,
    ...(state === undefined ? {} : { state }),
    ...(settings === undefined ? {} : { settings }),
  }));
}
