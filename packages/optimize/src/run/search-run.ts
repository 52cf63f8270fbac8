import { evaluate, inProcessExecutor, rowScorer, type RowScore } from '@sigil/evaluate';
import type {
  Example,
  Executor,
  JournalEvent,
  ProgramState,
  Rollout,
  ScoreSummary,
  SignatureSpec,
  TraceStep,
} from '@sigil/spec';
import type { Candidate } from '../candidate/candidate.js';
import type { BootstrapYield } from './bootstrap-yield.js';
import type { OptimizeTask } from './optimize-task.js';
import { rowSets, type RowSets } from './row-sets.js';
import { Stopped } from './stopped.js';

/** Scores of a candidate on one set. */
export interface SetScores {
  readonly summary: ScoreSummary;
  /** By row. */
  readonly scores: readonly number[];
}

/** A row that a teacher ran, with what its predictors did. */
export interface TeacherRow {
  readonly score: RowScore;
  readonly trace: readonly TraceStep[];
}

/** One optimization under way: its rows, what it ran and what it told. */
export class SearchRun<E extends Example, P extends object> {
  readonly task: OptimizeTask<E, P>;
  readonly seed: number;
  readonly sets: RowSets<E>;
  readonly predictors: ReadonlyMap<string, SignatureSpec>;
  /** The state that a candidate has to beat. */
  readonly incumbent: ProgramState;
  /** What candidates are made of. */
  readonly base: ProgramState;
  readonly executor: Executor;
  readonly metricName: string;
  /** One for each time that demos were bootstrapped. */
  readonly yields: BootstrapYield[] = [];
  #calls = 0;

  /** @throws DatasetError, UsageError */
  constructor(task: OptimizeTask<E, P>) {
    const { program, lm, concurrency, executor } = task;
    this.task = task;
    this.seed = task.seed ?? 0;
    this.sets = rowSets(task, this.seed);
    this.predictors = program.namedPredictors();
    this.incumbent = task.incumbent ?? {};
    this.base = task.base ?? this.incumbent;
    this.executor = executor ?? inProcessExecutor({ program, lm, concurrency });
    this.metricName = task.metricName ?? task.metric.name;
  }

  /** Program runs so far. */
  get calls(): number {
    return this.#calls;
  }

  emit(event: JournalEvent): void {
    this.task.onEvent?.(event);
  }

  /** Tells something that a person should know. */
  note(text: string): void {
    this.emit({ kind: 'note', text });
  }

  /**
   * Runs a candidate on the rows of a set, wave by wave.
   *
   * @param beat the mean that the candidate has to exceed: it ends early, after a wave, once it can no longer. The
   *   waves depend on the number of rows alone, so that the same rows are run at any concurrency
   * @throws Stopped when the rows could not be scored
   */
  async scoreOn(set: 'val' | 'confirm', candidate: Candidate, beat?: number): Promise<SetScores> {
    const dataset = set === 'val' ? this.sets.valset : this.sets.confirmset;
    const size = beat === undefined ? dataset.length : waveSize(dataset.length);
    const done: RowScore[] = [];
    for (let at = 0; at < dataset.length; at += size) {
      const wave = dataset.slice(at, at + size);
      done.push(...(await this.#scoreWave(set, candidate, wave, at, beat === undefined)));
      if (beat !== undefined && reachable(done, dataset.length) <= beat) break;
    }
    const scores = done.map(scoreOrZero);
    const parsed = done.filter((row) => row.outcome === 'scored').length / done.length;
    return { summary: { rows: done.length, mean: sum(scores) / done.length, parsed }, scores };
  }

  /**
   * @param first index in the set of the first row of the wave
   * @param isWhole the wave is the whole set: a program that throws on all of it is a defect. One that does so on the
   *   few rows of a wave has a score of 0 there, like on any other row
   */
  async #scoreWave(
    set: 'val' | 'confirm',
    candidate: Candidate,
    wave: readonly E[],
    first: number,
    isWhole: boolean,
  ): Promise<readonly RowScore[]> {
    const { program, metric, lm, settings, signal } = this.task;
    const { outcome, error, rows } = await evaluate({
      program,
      dataset: wave,
      metric,
      metricName: this.metricName,
      lm,
      settings,
      signal,
      executor: this.executor,
      state: candidate.state,
      onRow: (row) => this.#tellRow(set, candidate.id, row, first),
    });
    this.#calls += rows.length;
    if (outcome === 'cancelled') throw new Stopped('cancelled', `${candidate.origin} on the ${set}set`);
    const hasScores = !isWhole && rows.every((row) => 'score' in row);
    if (outcome === 'failed' && !hasScores)
      throw new Stopped('failed', `${candidate.origin} on the ${set}set`, error);
    return rows;
  }

  /**
   * Runs rows of the trainset for their traces, and scores them.
   *
   * @param rollouts whose `row` is an index in the task's trainset
   * @returns one for each rollout, in their order
   * @throws Stopped when no reply could be had, the metric is broken, or the signal fired
   */
  async teach(rollouts: readonly Rollout[], executor: Executor): Promise<TeacherRow[]> {
    const { program, trainset, metric, signal } = this.task;
    const score = rowScorer(program, trainset, metric, this.metricName);
    const replies = await executor.run(rollouts, { signal, trace: true });
    this.#calls += replies.filter(({ status }) => status !== 'cancelled').length;
    const taught: TeacherRow[] = [];
    for (const reply of replies) {
      if (reply.status === 'infrastructure-error') throw new Stopped('failed', 'the trainset', reply.error);
    }
    for (const reply of replies) {
      const scored = await score(reply);
      if (scored === undefined) throw new Stopped('cancelled', 'the trainset');
      if (scored.outcome === 'metric-error') throw new Stopped('failed', 'the trainset', scored.error);
      this.#tellRow('train', reply.rollout.candidate, scored, 0);
      taught.push({ score: scored, trace: reply.trace });
    }
    return taught;
  }

  /** @param first index in the set of the first row that was run with this one */
  #tellRow(set: 'train' | 'val' | 'confirm', candidate: string, row: RowScore, first: number): void {
    if (!('score' in row)) return;
    const parsed = row.outcome === 'scored';
    this.emit({ kind: 'row-scored', candidate, set, row: first + row.row, score: row.score, parsed });
  }
}

/** An eighth of the rows, so that a hopeless candidate ends soon; not under 12, so that a wave fills its workers. */
function waveSize(rows: number): number {
  return Math.max(12, Math.ceil(rows / 8));
}

/** The mean that a candidate would have if it got all of its remaining rows right. */
function reachable(done: readonly RowScore[], rows: number): number {
  return (sum(done.map(scoreOrZero)) + rows - done.length) / rows;
}

function scoreOrZero(row: RowScore): number {
  return 'score' in row ? row.score : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
