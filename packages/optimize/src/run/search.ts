import type { Evidence, Example, Outcome, ProgramState, ScoreSummary } from '@sigil/spec';
import { createCandidate, type Candidate } from '../candidate/candidate.js';
import { bootstrapNotes } from './bootstrap-yield.js';
import { alpha, confirm } from './confirm.js';
import type { OptimizeResult, OptimizeTask, ScoredCandidate } from './optimize-task.js';
import { SearchRun } from './search-run.js';
import { Stopped } from './stopped.js';

/** What tells one optimizer from another. */
export interface SearchPlan {
  readonly optimizer: string;
  /** How many candidates `propose` gives. */
  readonly proposals: number;
  /** Candidates in a fixed order; each is evaluated before the next one is made. */
  readonly propose: <E extends Example, P extends object>(run: SearchRun<E, P>) => AsyncIterable<Candidate>;
  /** The search ends early with a candidate of this mean. */
  readonly stopAtScore?: number | undefined;
}

/**
 * Evaluates the incumbent and every proposal on the valset, one candidate after the other, takes the best one (the
 * earliest where several are equal), and tests it against the incumbent on the confirmset. A candidate that can no
 * longer be the best is not run on its remaining rows, which changes no decision.
 *
 * @throws DatasetError, UsageError before anything is run
 */
export async function search<E extends Example, P extends object>(
  task: OptimizeTask<E, P>,
  plan: SearchPlan,
): Promise<OptimizeResult> {
  const run = new SearchRun(task);
  const { train, valset, confirmset, notes } = run.sets;
  run.emit({
    kind: 'run-started',
    optimizer: plan.optimizer,
    seed: run.seed,
    model: task.lm.modelId,
    program: task.programId,
    rows: { train: train.length, val: valset.length, confirm: confirmset.length },
    candidates: plan.proposals + 1,
  });
  for (const text of notes) run.note(text);
  const candidates = new Map<string, ScoredCandidate>();
  const ended = await decide(run, plan, candidates).catch((error: unknown): Ending => {
    if (!(error instanceof Stopped)) throw error;
    const failure = error.cause === undefined ? {} : { error: error.cause };
    return { outcome: error.outcome, reason: `${error.message}.`, ...failure };
  });
  const noDemos = run.yields.length > 0 && run.yields.every(({ accepted }) => accepted === 0);
  const who = run.yields.some(({ rejected }) => rejected > 0)
    ? 'The metric accepted'
    : 'The metric was given';
  const remark = noDemos ? ` ${who} no reply of the teacher, so that no demo was bootstrapped.` : '';
  const reason = `${ended.reason.replace(/\.+$/u, '.')}${remark}`;
  for (const text of bootstrapNotes(run.yields, run.metricName)) run.note(text);
  run.emit({ kind: 'run-ended', outcome: ended.outcome, reason });
  return { state: run.incumbent, ...ended, reason, candidates: [...candidates.values()], calls: run.calls };
}

interface Ending {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly state?: ProgramState;
  readonly evidence?: Evidence;
  readonly error?: unknown;
}

async function decide<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  plan: SearchPlan,
  candidates: Map<string, ScoredCandidate>,
): Promise<Ending> {
  const incumbent = createCandidate(run.incumbent, 'the incumbent');
  const best = await findBest(run, plan, incumbent, candidates);
  if (best.candidate.id === incumbent.id) {
    const found = isGoodEnough(plan, best)
      ? 'The incumbent is good enough to end the search'
      : noneBetter(candidates.size - 1);
    return { outcome: 'no-evidence', reason: `${found} on the valset (${percent(best.summary.mean)}).` };
  }
  const evidence = await confirm(run, plan.optimizer, incumbent, best.candidate);
  const { scores, confirmation } = evidence;
  const improved = confirmation.p <= alpha;
  const reason =
    `${best.candidate.origin}: ${percent(scores.optimized.mean)} of ${confirmation.n} rows that the search never saw, ` +
    `the incumbent ${percent(scores.baseline.mean)} (p = ${Number(confirmation.p.toPrecision(2))}, ` +
    `${improved ? 'at most' : 'wanted at most'} ${alpha}).`;
  return improved
    ? { outcome: 'improved', reason, state: best.candidate.state, evidence }
    : { outcome: 'no-evidence', reason, evidence };
}

function noneBetter(others: number): string {
  if (others === 0) return 'No candidate differs from the incumbent';
  return others === 1
    ? 'The candidate is not better than the incumbent'
    : `None of ${others} candidates is better than the incumbent`;
}

interface Best {
  readonly candidate: Candidate;
  readonly summary: ScoreSummary;
}

async function findBest<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  plan: SearchPlan,
  incumbent: Candidate,
  candidates: Map<string, ScoredCandidate>,
): Promise<Best> {
  const tryOut = async (candidate: Candidate, best: Best | undefined): Promise<Best> => {
    const { id, origin, state } = candidate;
    candidates.set(id, candidate);
    run.emit({ kind: 'candidate-proposed', candidate: id, origin, state });
    const { summary } = await run.scoreOn('val', candidate, best?.summary.mean);
    const isBest = best === undefined || summary.mean > best.summary.mean;
    candidates.set(id, { ...candidate, summary });
    run.emit({ kind: 'candidate-scored', candidate: id, summary, best: isBest });
    return isBest ? { candidate, summary } : best;
  };
  let best = await tryOut(incumbent, undefined);
  // Where nothing is left to search, nothing is paid for a proposal.
  const proposals = isGoodEnough(plan, best) ? [] : plan.propose(run);
  for await (const candidate of proposals) {
    const twin = candidates.get(candidate.id);
    if (twin === undefined) best = await tryOut(candidate, best);
    else run.emit({ kind: 'candidate-repeated', candidate: twin.id, origin: candidate.origin });
    if (isGoodEnough(plan, best)) break;
  }
  if (isGoodEnough(plan, best))
    run.note(`The search ends early: ${best.candidate.origin} reached ${percent(best.summary.mean)}.`);
  return best;
}

function isGoodEnough({ stopAtScore }: SearchPlan, { summary }: Best): boolean {
  return stopAtScore !== undefined && summary.mean >= stopAtScore;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
