import { datasetHash, pairedPermutationTest } from '@sigil/evaluate';
import type { Evidence, Example } from '@sigil/spec';
import type { Candidate } from '../candidate/candidate.js';
import type { SearchRun } from './search-run.js';

/** A difference that chance alone brings more often than this is no evidence. */
export const alpha = 0.05;

/**
 * Tests one candidate against the incumbent on the rows that the search never saw: one test, one-sided, paired by row,
 * so that the luck of the search does not count.
 *
 * @throws Stopped when the rows could not all be scored
 */
export async function confirm<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  optimizer: string,
  incumbent: Candidate,
  chosen: Candidate,
): Promise<Evidence> {
  const baseline = await run.scoreOn('confirm', incumbent);
  const optimized = await run.scoreOn('confirm', chosen);
  const { difference, p } = pairedPermutationTest(optimized.scores, baseline.scores, { seed: run.seed });
  const confirmation = { n: optimized.scores.length, difference, p };
  run.emit({ kind: 'confirmed', candidate: chosen.id, confirmation });
  const { task, sets } = run;
  return {
    optimizer,
    seed: run.seed,
    model: task.lm.modelId,
    metric: run.metricName,
    data: {
      train: datasetHash(task.trainset),
      val: datasetHash(sets.valset),
      confirm: datasetHash(sets.confirmset),
      ...(task.testHash === undefined ? {} : { test: task.testHash }),
    },
    scores: { baseline: baseline.summary, optimized: optimized.summary },
    confirmation,
    calls: run.calls,
    testLooks: 0,
  };
}
