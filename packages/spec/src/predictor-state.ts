import type { JsonValue } from './json.js';

/** A worked example in a prompt: field name to JSON value. A field that is absent is left out of the prompt. */
export interface Demo {
  readonly [field: string]: JsonValue;
}

/** What an optimizer tunes in one predictor. An absent part keeps the signature's own. */
export interface PredictorState {
  /** `chat/1` unless tuned otherwise. */
  readonly adapter?: string;
  /** Lines; they take the place of the class's JSDoc. */
  readonly instructions?: readonly string[];
  readonly demos?: readonly Demo[];
}

/** States by predictor path. A lone signature is a program of one predictor, whose path is `''`. */
export interface ProgramState {
  readonly [path: string]: PredictorState;
}

/** States of one predictor by model id; `*` serves every model that has none of its own. */
export interface StateVariants {
  readonly [model: string]: PredictorState;
}
