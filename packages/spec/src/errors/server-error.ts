import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service failed (HTTP 408, 409 or 5xx). */
export class ServerError extends LanguageModelError {
  static override readonly kind: string = 'ServerError';
  /** How long the service asks to wait, in milliseconds; absent where it does not say. */
  readonly retryAfter: number | undefined;

  constructor(found: string, retryAfter: number | undefined, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4007',
      `Cannot call ${options.model}: ${options.endpoint} failed (HTTP ${options.status ?? 500}): ${found}`,
      true,
      options,
    );
    this.retryAfter = retryAfter;
  }
}
