import type { Evidence } from './evidence.js';
import type { Direction } from './field-spec.js';
import type { StateVariants } from './predictor-state.js';
import type { EnumType } from './value-type.js';

/**
 * Direction, shape hash (type and constraints) and text hash (description) of a field at the time of tuning. Of an enum
 * also its values: a hash cannot tell one that was widened from another type.
 */
export type FieldBasis = readonly [
  direction: Direction,
  shape: string,
  text: string,
  values?: EnumType['values'],
];

/** What a tuned state was tuned for: decides what is still valid after an edit. */
export interface StateBasis {
  /** Hash of the class's own instructions. */
  readonly instructions: string;
  readonly fields: { readonly [name: string]: FieldBasis };
}

/** One predictor of an `x.opt.json`. */
export interface TunedPredictor {
  /** Id of its signature. */
  readonly signature: string;
  readonly basedOn: StateBasis;
  /** In a program: hash of the tuned state that the predictor has by itself, over which this one was tuned. */
  readonly inner?: string;
  readonly variants: StateVariants;
}

/** The content of an `x.opt.json`: written by `sigil optimize`, committed, embedded by `sigil generate`. */
export interface TunedFile {
  readonly format: 1;
  /** Id of the class. */
  readonly program: string;
  readonly predictors: { readonly [path: string]: TunedPredictor };
  /** By model id, as in the variants. */
  readonly evidence: { readonly [model: string]: Evidence };
}
