import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service could not be reached, or did not answer in time. */
export class ConnectionError extends LanguageModelError {
  static override readonly kind: string = 'ConnectionError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4003',
      `Cannot call ${options.model}: ${options.endpoint} could not be reached (${found}). Check the address and the network.`,
      true,
      options,
    );
  }
}
