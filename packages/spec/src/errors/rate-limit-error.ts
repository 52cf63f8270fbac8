import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service asks to slow down (HTTP 429). */
export class RateLimitError extends LanguageModelError {
  static override readonly kind: string = 'RateLimitError';
  /** How long the service asks to wait, in milliseconds; absent where it does not say. */
  readonly retryAfter: number | undefined;

  constructor(retryAfter: number | undefined, options: LanguageModelErrorOptions) {
    const wait =
      retryAfter === undefined || retryAfter === 0 ? '' : `, asking to wait ${retryAfter / 1000} s`;
    super(
      'SIGIL4006',
      `Cannot call ${options.model}: ${options.endpoint} limits the rate (HTTP 429)${wait}. Lower the concurrency, or wait.`,
      true,
      options,
    );
    this.retryAfter = retryAfter;
  }
}
