import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service refused the key, or wants one and got none (HTTP 401 or 403). */
export class AuthenticationError extends LanguageModelError {
  static override readonly kind: string = 'AuthenticationError';

  /** @param refused what the service did not take */
  constructor(fix: string, options: LanguageModelErrorOptions, refused = 'the key') {
    super(
      'SIGIL4002',
      `Cannot call ${options.model}: ${options.endpoint} refused ${refused} (HTTP ${options.status ?? 401}). ${fix}`,
      false,
      options,
    );
  }
}
