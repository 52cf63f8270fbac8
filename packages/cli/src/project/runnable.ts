import type { RowTarget } from '@sigil/evaluate';
import type {
  FieldSpec,
  PlannedRequest,
  Prediction,
  Program,
  ProgramState,
  RunOptions,
  SignatureSpec,
} from '@sigil/spec';

/** What commands do with a signature or a program, whose class comes from the user's own copy of `sigil`. */
export interface Runnable {
  /** Runs with the settings of the configuration. */
  readonly program: Program<object, Prediction>;
  /** What rows are checked against. */
  readonly target: RowTarget;
  /** By whose types the values of rows are written into records. */
  readonly fields: readonly FieldSpec[];
  /** By predictor path; a lone signature has the path `''`. */
  readonly signatures: ReadonlyMap<string, SignatureSpec>;
  /** The state that a run uses where it is given none. */
  committedState(model: string): ProgramState;
  /** True where the tuned file of the class has a variant for this model alone. */
  hasOwnVariant(model: string): boolean;
  /** Names the class and a state of it, in records. */
  hashWith(state: ProgramState): string;
  /**
   * The requests that a predictor would send where each reply can be used: two for an adapter of two.
   *
   * @param at path of the predictor; undefined for the one of a signature
   * @param options without a model, one that keeps to no schema is assumed
   * @param answer stands for the reply to the first of two
   */
  requests(
    at: string | undefined,
    inputs: object,
    options: Pick<RunOptions, 'lm' | 'state'>,
    answer: string,
  ): Promise<readonly PlannedRequest[]>;
}
