import { LanguageModelError, type LanguageModelErrorOptions } from './language-model-error.js';

/** The caller's signal stopped the call. */
export class AbortedError extends LanguageModelError {
  static override readonly kind: string = 'AbortedError';

  constructor(options: LanguageModelErrorOptions) {
    super('SIGIL4001', `The call to ${options.model} was stopped by its signal.`, false, options);
  }
}
