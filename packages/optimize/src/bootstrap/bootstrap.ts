import { stream } from '@sigil/evaluate';
import type { Demo, Example } from '@sigil/spec';
import { createCandidate, type Candidate } from '../candidate/candidate.js';
import { withDemos } from '../candidate/with-demos.js';
import type { SearchRun } from '../run/search-run.js';
import { labeledDemos } from '../sample/labeled-demos.js';
import type { TrainRow } from '../sample/train-row.js';
import { createTeacher, type TeacherOptions } from './teacher.js';
import { tracedDemos } from './traced-demos.js';

/** How demos are bootstrapped. */
export interface BootstrapPlan {
  /** Names the candidate and its random streams: `bootstrap 3`. */
  readonly name: string;
  /** In the order in which they are tried. */
  readonly rows: readonly TrainRow[];
  readonly bootstrapped: number;
  readonly labeled: number;
  readonly rounds: number;
  readonly threshold?: number | undefined;
  readonly teacher?: TeacherOptions | undefined;
}

/**
 * A candidate with demos from traces of a teacher that the metric accepted, filled up with labeled demos of rows that
 * were not accepted.
 *
 * @throws Stopped when the rows could not be run
 */
export async function bootstrap<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  plan: BootstrapPlan,
): Promise<Candidate> {
  const accepted = plan.bootstrapped === 0 ? [] : await acceptedRows(run, plan);
  const counts = { bootstrapped: 0, labeled: 0 };
  const pool = run.sets.train.filter((row) => !accepted.some(({ row: { key } }) => key === row.key));
  const demos = new Map<string, readonly Demo[]>();
  for (const [path, signature] of run.predictors) {
    const traced = accepted.map((row) => row.demos.get(path)).filter((demo) => demo !== undefined);
    const random = stream(run.seed, `${plan.name}/labeled/${path}`);
    const labeled = labeledDemos(pool, signature, Math.max(0, plan.labeled - traced.length), random);
    demos.set(path, [...traced, ...labeled]);
    counts.bootstrapped += traced.length;
    counts.labeled += labeled.length;
  }
  const origin = `${plan.name}: ${counts.bootstrapped} bootstrapped and ${counts.labeled} labeled demos`;
  return createCandidate(withDemos(run.base, demos), origin);
}

interface AcceptedRow {
  readonly row: TrainRow;
  readonly demos: ReadonlyMap<string, Demo>;
}

/**
 * Tries rows in their order until enough are accepted. They run in waves of as many as are still wanted: never a row
 * more than one after the other would need, and the same ones at any concurrency.
 */
async function acceptedRows<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  plan: BootstrapPlan,
): Promise<AcceptedRow[]> {
  const teacher = createTeacher(run, plan.name, plan.labeled, plan.teacher);
  const accepted: AcceptedRow[] = [];
  const outcomes = { rejected: 0, unparsed: 0, thrown: 0 };
  for (let next = 0; next < plan.rows.length && accepted.length < plan.bootstrapped;) {
    const wave = plan.rows.slice(next, next + plan.bootstrapped - accepted.length);
    next += wave.length;
    const found = new Map<TrainRow, AcceptedRow>();
    for (let round = 0; round < plan.rounds && found.size < wave.length; round += 1) {
      const open = wave.filter((row) => !found.has(row));
      const taught = await run.teach(
        open.map((row) => teacher.rollout(row, round)),
        teacher.executor,
      );
      for (const [at, { score, trace }] of taught.entries()) {
        const row = open[at];
        if (row === undefined) continue;
        if (score.outcome === 'scored' && isAccepted(score.score, plan.threshold)) {
          const purpose = `${plan.name}/repeated/${row.key}`;
          found.set(row, { row, demos: tracedDemos(trace, run.predictors, run.seed, purpose) });
        } else if (score.outcome === 'scored') outcomes.rejected += 1;
        else if (score.outcome === 'unparsed') outcomes.unparsed += 1;
        else outcomes.thrown += 1;
      }
    }
    accepted.push(...wave.flatMap((row) => found.get(row) ?? []));
  }
  const isIdle = (path: string): boolean => accepted.every(({ demos }) => !demos.has(path));
  run.yields.push({
    name: plan.name,
    threshold: plan.threshold,
    accepted: accepted.length,
    ...outcomes,
    idle: accepted.length === 0 ? [] : [...run.predictors.keys()].filter(isIdle),
  });
  return accepted;
}

/** Without a threshold anything above 0 is accepted: true, for a metric that says yes or no. */
function isAccepted(score: number, threshold: number | undefined): boolean {
  return threshold === undefined ? score > 0 : score >= threshold;
}
