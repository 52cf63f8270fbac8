import type {
  CallSettings,
  Evidence,
  Example,
  Executor,
  JournalEvent,
  LanguageModel,
  Metric,
  Outcome,
  Program,
  ProgramState,
  ScoreSummary,
} from '@sigil/spec';
import type { PredictionOf } from '@sigil/evaluate';
import type { Candidate } from '../candidate/candidate.js';

/** What is optimized, on which rows, against which metric. */
export interface OptimizeTask<E extends Example = Example, P extends object = object> {
  readonly program: Program<object, P>;
  /** Id of its class, for the journal: `src/ticket.ts#Ticket`. */
  readonly programId: string;
  /** Rows that demos are made of. */
  readonly trainset: readonly E[];
  /** Validation rows. Without a confirmset, a seeded 40 % of them are set apart and the search never sees them. */
  readonly valset: readonly E[];
  readonly confirmset?: readonly E[] | undefined;
  readonly metric: Metric<E, PredictionOf<P>>;
  /** The name of the function unless given. */
  readonly metricName?: string | undefined;
  readonly lm: LanguageModel;
  /** The committed state, which a candidate has to beat. `{}` unless given. */
  readonly incumbent?: ProgramState | undefined;
  /** What candidates are made of: they differ from it in demos alone. The incumbent unless given. */
  readonly base?: ProgramState | undefined;
  /** 0 unless given. */
  readonly seed?: number | undefined;
  readonly settings?: CallSettings | undefined;
  /** Rows under way at a time, from 1. 8 unless given. */
  readonly concurrency?: number | undefined;
  /** Where the rows are run, in the place of `concurrency`. */
  readonly executor?: Executor | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told everything that happens, in order. What it throws ends the run. */
  readonly onEvent?: ((event: JournalEvent) => void) | undefined;
  /** Content hash of the rows that the result will be reported on, for the evidence. They take no part here. */
  readonly testHash?: string | undefined;
}

/** A candidate with its score on the valset, once it has one. */
export interface ScoredCandidate extends Candidate {
  readonly summary?: ScoreSummary;
}

/** How an optimization ended. Nothing was written anywhere. */
export interface OptimizeResult {
  readonly outcome: Outcome;
  /** The outcome in words a person can act on. */
  readonly reason: string;
  /** The winner's when `improved`, else the incumbent's. */
  readonly state: ProgramState;
  /** Present once a candidate was tested on the confirmset, also when it failed the test. */
  readonly evidence?: Evidence;
  /** In the order of their proposal, the incumbent first. */
  readonly candidates: readonly ScoredCandidate[];
  /** Program runs that were made. */
  readonly calls: number;
  /** What broke, when `failed`. */
  readonly error?: unknown;
}

/** Something that searches for a better state of a program. */
export interface Optimizer {
  /** Name in evidence and on the command line: `bootstrap-few-shot`. */
  readonly name: string;
  /**
   * Searches, and tests the winner against the incumbent. An outage, a broken metric and the signal are outcomes.
   *
   * @throws DatasetError, UsageError for rows or options that cannot work, before anything is paid for
   */
  optimize<E extends Example, P extends object>(task: OptimizeTask<E, P>): Promise<OptimizeResult>;
}
