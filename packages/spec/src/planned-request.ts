import type { LanguageModel } from './language-model.js';
import type { LMCall } from './lm-call.js';

/** A request of a run, and whom it goes to, for tools that show it. */
export interface PlannedRequest {
  /** Id of the adapter that wrote it. */
  readonly adapter: string;
  /** Which of its two requests it is, for an adapter that needs two. */
  readonly step?: 'answer' | 'extraction';
  /** Undefined where it is not known which model will answer. */
  readonly lm: LanguageModel | undefined;
  readonly call: LMCall;
}
