import type { ReplyError } from './errors/reply-error.js';

/** What happens in a predictor while a run goes on. */
export type RunEvent = StatusEvent | PartialEvent | ResetEvent;

/** A predictor begins, is done, or has failed. */
export interface StatusEvent {
  readonly kind: 'status';
  /** Of the predictor in its program; `''` for a lone signature. */
  readonly path: string;
  /** `extracting`: the free answer of an adapter of two requests is there, and its fields are being read. */
  readonly status: 'started' | 'extracting' | 'finished' | 'failed';
}

/** What can be shown of the outputs of a predictor. Texts and lists only grow, other values never change. */
export interface PartialEvent {
  readonly kind: 'partial';
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What was shown of a predictor is void: its reply cannot be used, and the model is asked again. */
export interface ResetEvent {
  readonly kind: 'reset';
  readonly path: string;
  readonly reason: ReplyError;
}
