import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service refused the key (HTTP 401 or 403). */
export class AuthenticationError extends LanguageModelError {
  static override readonly kind: string = 'AuthenticationError';

  constructor(fix: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4002',
      `Cannot call ${options.model}: ${options.endpoint} refused the key (HTTP ${options.status ?? 401}). ${fix}`,
      false,
      options,
    );
  }
}
