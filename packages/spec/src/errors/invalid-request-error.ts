import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/**
 * The service refuses the request and would refuse it again (HTTP 4xx other than 401, 403, 408, 409, 429; also 429
 * where the quota is spent), or an embedded model does.
 */
export class InvalidRequestError extends LanguageModelError {
  static override readonly kind: string = 'InvalidRequestError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    const status = options.status === undefined ? '' : ` (HTTP ${options.status})`;
    super(
      'SIGIL4004',
      `Cannot call ${options.model}: ${options.endpoint} refused the request${status}: ${found}`,
      false,
      options,
    );
  }
}
