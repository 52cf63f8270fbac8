/** Mean score of a candidate on a set of rows. */
export interface ScoreSummary {
  readonly rows: number;
  /** Mean over the rows, from 0 to 1. */
  readonly mean: number;
  /** Share of rows with a reply that could be parsed, from 0 to 1. */
  readonly parsed: number;
}

/** The paired test of the chosen candidate against the incumbent on rows that the search never saw. */
export interface Confirmation {
  readonly n: number;
  /** Mean paired difference, chosen minus incumbent. */
  readonly difference: number;
  /** One-sided. */
  readonly p: number;
}

/** Why a tuned state was accepted: enough to check it, nothing that changes by itself. */
export interface Evidence {
  readonly optimizer: string;
  readonly seed: number;
  readonly model: string;
  readonly metric: string;
  /** Content hashes of the row sets. */
  readonly data: {
    readonly train: string;
    readonly val: string;
    readonly confirm: string;
    readonly test?: string;
  };
  /** Scores on the confirmset. */
  readonly scores: { readonly baseline: ScoreSummary; readonly optimized: ScoreSummary };
  readonly confirmation: Confirmation;
  /** Program runs that the search and the confirmation made. */
  readonly calls: number;
  /** How often the sealed testset was looked at for this state. */
  readonly testLooks: number;
}
