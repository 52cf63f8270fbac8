import {
  evaluate,
  pairedPermutationTest,
  type Evaluation,
  type PermutationTest,
  type RowScore,
} from '@sigil/evaluate';
import type { Example, LanguageModel, Metric, Prediction, Program, ProgramState } from '@sigil/spec';

/** Both states on rows that neither the search nor the confirmation saw. */
export interface TestReport {
  readonly baseline: Evaluation;
  readonly optimized: Evaluation;
  readonly comparison: PermutationTest;
}

/** What is compared, and on what. */
export interface TestRequest {
  readonly program: Program<object, Prediction>;
  readonly dataset: readonly Example[];
  readonly metric: Metric;
  readonly metricName: string;
  readonly lm: LanguageModel;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly baseline: ProgramState;
  readonly optimized: ProgramState;
  readonly onRow: (row: RowScore) => void;
}

/**
 * Scores both states on the testset.
 *
 * @returns undefined when the signal stopped it
 * @throws what kept rows from being scored
 */
export async function testStates(request: TestRequest): Promise<TestReport | undefined> {
  const { baseline: before, optimized: after, ...shared } = request;
  const run = async (state: ProgramState): Promise<Evaluation> => {
    const evaluation = await evaluate({ ...shared, state });
    if (evaluation.outcome === 'failed') throw evaluation.error;
    return evaluation;
  };
  const baseline = await run(before);
  if (baseline.outcome === 'cancelled') return undefined;
  const optimized = await run(after);
  if (optimized.outcome === 'cancelled') return undefined;
  const scores = ({ rows }: Evaluation): number[] =>
    rows.flatMap((row) => ('score' in row ? [row.score] : []));
  return { baseline, optimized, comparison: pairedPermutationTest(scores(optimized), scores(baseline)) };
}
