import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service says that the request is wrong (HTTP 4xx other than 401, 403, 408, 409, 429). */
export class InvalidRequestError extends LanguageModelError {
  static override readonly kind: string = 'InvalidRequestError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4004',
      `Cannot call ${options.model}: ${options.endpoint} refused the request (HTTP ${options.status ?? 400}): ${found}`,
      false,
      options,
    );
  }
}
