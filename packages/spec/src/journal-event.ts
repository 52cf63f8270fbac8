import type { Confirmation, ScoreSummary } from './evidence.js';
import type { Outcome } from './outcome.js';
import type { ProgramState } from './predictor-state.js';

/** What an optimization run tells, in order. Written as one JSON line each. */
export type JournalEvent =
  | {
      readonly kind: 'run-started';
      readonly optimizer: string;
      readonly seed: number;
      readonly model: string;
      readonly program: string;
      readonly rows: { readonly train: number; readonly val: number; readonly confirm: number };
      /** Number of candidates that will be evaluated, baseline included. */
      readonly candidates: number;
    }
  | {
      readonly kind: 'candidate-proposed';
      readonly candidate: string;
      /** How it came to be, in a few words: `bootstrap 3: 2 bootstrapped and 14 labeled demos`. */
      readonly origin: string;
      readonly state: ProgramState;
    }
  | {
      readonly kind: 'candidate-repeated';
      /** The one that it is the same as. It is not evaluated again. */
      readonly candidate: string;
      /** Of the second one. */
      readonly origin: string;
    }
  | {
      readonly kind: 'row-scored';
      readonly candidate: string;
      readonly set: 'train' | 'val' | 'confirm';
      readonly row: number;
      readonly score: number;
      readonly parsed: boolean;
    }
  | {
      readonly kind: 'candidate-scored';
      readonly candidate: string;
      readonly summary: ScoreSummary;
      /** True when it is the best so far. */
      readonly best: boolean;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'confirmed'; readonly candidate: string; readonly confirmation: Confirmation }
  | { readonly kind: 'run-ended'; readonly outcome: Outcome; readonly reason: string };
