import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service could not be reached, did not answer in time, or broke off in the middle of its answer. */
export class ConnectionError extends LanguageModelError {
  static override readonly kind: string = 'ConnectionError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4003',
      `Cannot call ${options.model}: the connection to ${options.endpoint} failed (${found}). Check the address and the network.`,
      true,
      options,
    );
  }
}
