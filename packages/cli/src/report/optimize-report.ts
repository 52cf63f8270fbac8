import type { OptimizeResult, ScoredCandidate } from '@sigil/optimize';
import type { Confirmation } from '@sigil/spec';
import type { Evaluation } from '@sigil/evaluate';
import type { CallCounts } from '../model/count-calls.js';
import type { TestReport } from '../optimizer/test-states.js';
import type { Paint } from '../terminal/channel.js';
import { duration } from '../terminal/duration.js';
import { percent, plural, points, probability } from '../terminal/number-text.js';
import { table } from '../terminal/table.js';
import { callText } from './eval-report.js';
import { errorJson } from './tell-error.js';

/** What was optimized, and what came of it. */
export interface OptimizeReport {
  /** Id of the class. */
  readonly program: string;
  readonly optimizer: string;
  readonly seed: number;
  readonly metric: string;
  readonly model: string;
  /** Id of the adapter that `--adapter` names. */
  readonly adapter?: string;
  readonly result: OptimizeResult;
  readonly test: TestReport | undefined;
  /** Files that were written, relative to the project; the tuned file first. */
  readonly written: readonly string[];
  /** The tuned file was not there before: git shows no diff of a file that it does not know. */
  readonly isNew: boolean;
  readonly calls: CallCounts;
  readonly milliseconds: number;
  /** Where the record is, relative to the current folder. */
  readonly record: string;
}

/** The result of `sigil optimize` for a person. */
export function optimizeText(report: OptimizeReport, paint: Paint): string {
  const { result, written } = report;
  const improved = result.outcome === 'improved';
  const [tuned] = written;
  const lines = [
    [
      improved ? paint.green(paint.bold('improved')) : paint.yellow(paint.bold('no evidence')),
      verdict(report),
    ],
    ...(report.test === undefined ? [] : testLines(report.test)),
    [paint.dim('written'), improved ? written.join(', ') : 'nothing: the committed state stays'],
    ...(tuned === undefined
      ? []
      : [['', paint.dim(`see it with: ${report.isNew ? `git add -N ${tuned} && ` : ''}git diff ${tuned}`)]]),
    [paint.dim('calls'), callText(report.calls)],
    [paint.dim('time'), duration(report.milliseconds)],
    [paint.dim('record'), report.record],
  ];
  const adapter = report.adapter === undefined ? '' : `, adapter ${report.adapter}`;
  const title = `${paint.bold(report.program)} with ${report.optimizer}, seed ${report.seed}, on ${report.model}${adapter}`;
  return `${title}\n\n${candidateTable(result, report.metric, paint)}\n${table(lines)}`;
}

/**
 * The same as a plain object, for `--json`.
 *
 * @param problems what could not be scored or written, once the search was done
 */
export function optimizeJson(report: OptimizeReport, problems: readonly unknown[] = []): object {
  const { result, test, milliseconds, isNew: _, ...rest } = report;
  const { outcome, reason, evidence, candidates } = result;
  const scores = ({ mean, interval, parsed }: Evaluation): object => ({ mean, interval, parsed });
  return {
    ...rest,
    outcome,
    reason,
    candidates: candidates.map(({ id, origin, summary }) => ({ id, origin, ...summary })),
    ...(evidence === undefined ? {} : { evidence }),
    ...(test === undefined
      ? {}
      : { test: { baseline: scores(test.baseline), optimized: scores(test.optimized), ...test.comparison } }),
    milliseconds: Math.round(milliseconds),
    ...(problems.length === 0 ? {} : { problems: problems.map(errorJson) }),
  };
}

function candidateTable({ candidates }: OptimizeResult, metric: string, paint: Paint): string {
  const best = bestOf(candidates);
  // One that could no longer win was not run on all of them.
  const all = Math.max(...candidates.map(({ summary }) => summary?.rows ?? 0));
  const rows = candidates.map((candidate) => {
    const { origin, summary } = candidate;
    const score = summary === undefined ? '' : percent(summary.mean);
    const parsed = summary === undefined ? '' : percent(summary.parsed);
    if (candidate === best) return [paint.bold(origin), paint.bold(score), parsed, 'best'];
    const ended = summary !== undefined && summary.rows < all;
    return [origin, score, parsed, ended ? paint.dim(`ended after ${plural(summary.rows, 'row')}`) : ''];
  });
  return table(
    [['candidate', metric, 'parsed'].map((head) => paint.dim(head)), ...rows],
    ['left', 'right', 'right'],
  );
}

/** The earliest where several are equal, as the search chooses. */
function bestOf(candidates: readonly ScoredCandidate[]): ScoredCandidate | undefined {
  let best: ScoredCandidate | undefined;
  for (const candidate of candidates) {
    if ((candidate.summary?.mean ?? -1) > (best?.summary?.mean ?? -1)) best = candidate;
  }
  return best;
}

function verdict({ result }: OptimizeReport): string {
  const { evidence, outcome, reason } = result;
  if (outcome !== 'improved' || evidence === undefined) return reason;
  const { baseline, optimized } = evidence.scores;
  return `${percent(baseline.mean)} to ${percent(optimized.mean)} on ${confirmationText(evidence.confirmation)}`;
}

/** `56 rows that the search never saw (+25.5 points, p = 0.0004)`. */
function confirmationText({ n, difference, p }: Confirmation): string {
  return `${plural(n, 'row')} that the search never saw (${points(difference)}, ${probability(p)})`;
}

function testLines({ baseline, optimized, comparison }: TestReport): readonly (readonly string[])[] {
  const text = ({ mean, interval, parsed }: Evaluation): string =>
    `${percent(mean)} (${(interval.low * 100).toFixed(1)} to ${(interval.high * 100).toFixed(1)}), parsed ${percent(parsed.share)}`;
  const { difference, p } = comparison;
  return [
    ['test before', text(baseline)],
    ['test after', `${text(optimized)}, ${points(difference)}, ${probability(p)}`],
  ];
}
