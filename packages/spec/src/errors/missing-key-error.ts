import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** There is no usable key for a service that wants one. Nothing was sent. */
export class MissingKeyError extends LanguageModelError {
  static override readonly kind: string = 'MissingKeyError';

  constructor(found: string, options: LanguageModelErrorOptions) {
    super(
      'SIGIL4008',
      `Cannot call ${options.model}: ${found}, wanted one for ${options.endpoint}. ` +
        `Set OPENAI_API_KEY, or pass apiKey.`,
      false,
      options,
    );
  }
}
