import type { Adapter, CallSettings, LanguageModel } from '@sigil/spec';
import type { OnStale } from './on-stale.js';

/** What calls inherit from around them. */
export interface Context {
  readonly lm?: LanguageModel | undefined;
  readonly settings?: CallSettings | undefined;
  /** For signatures whose tuned state names none: `chatAdapter` unless set. */
  readonly adapter?: Adapter | undefined;
  /**
   * What to do where tuned state was tuned for another shape of its class: `'warn'` once for each class (by
   * `process.emitWarning`), unless set. `SIGIL_ON_STALE` of the environment comes before it.
   */
  readonly onStale?: OnStale | undefined;
}
