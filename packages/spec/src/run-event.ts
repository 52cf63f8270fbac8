import type { ReplyError } from './errors/reply-error.js';

/** What happens in a predictor while a run goes on. */
export type RunEvent = StatusEvent | PartialEvent | ResetEvent;

/** Which call of which predictor an event is about. */
export interface CallPlace {
  /** Of the predictor in its program; `''` for a lone signature. */
  readonly path: string;
  /** Counts the calls in the run from 0: a predictor may be called more than once, also at the same time. */
  readonly call: number;
}

/** A call of a predictor begins, is done, or has failed. */
export interface StatusEvent extends CallPlace {
  readonly kind: 'status';
  /** `extracting`: the free answer of an adapter of two requests is there, and its fields are being read. */
  readonly status: 'started' | 'extracting' | 'finished' | 'failed';
}

/** What can be shown of the outputs of a predictor. Texts and lists only grow, other values never change. */
export interface PartialEvent extends CallPlace {
  readonly kind: 'partial';
  readonly value: Readonly<Record<string, unknown>>;
}

/** What was shown of a predictor is void: its reply cannot be used, or reads otherwise now that it is whole. */
export interface ResetEvent extends CallPlace {
  readonly kind: 'reset';
  /** Why the reply cannot be used; the model is asked again. Absent where the whole reply reads otherwise. */
  readonly error?: ReplyError;
}
