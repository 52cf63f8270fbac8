import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The service answered, but not with a reply: HTML, nothing, or JSON of another shape. */
export class InvalidResponseError extends LanguageModelError {
  static override readonly kind: string = 'InvalidResponseError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4005',
      `Cannot read the answer of ${options.endpoint} for ${options.model}: got ${found}, expected a chat completion. ` +
        `Check the base URL.`,
      false,
      options,
    );
  }
}
