import { SigilError } from './sigil-error.js';

/** No language model was given to a call, a context or `configure`. */
export class MissingModelError extends SigilError {
  static override readonly kind: string = 'MissingModelError';

  constructor(signature: string) {
    super(
      'SIGIL1004',
      `Cannot run ${signature}: no language model was given. Call configure({ lm }) at start-up, or pass { lm } to run().`,
    );
  }
}
