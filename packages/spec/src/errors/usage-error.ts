import { SigilError, type SigilErrorOptions } from './sigil-error.js';

/** A command, an option or the configuration asks for something that cannot be done. */
export class UsageError extends SigilError {
  static override readonly kind: string = 'UsageError';

  constructor(message: string, options: SigilErrorOptions = {}) {
    super('SIGIL7002', message, options);
  }
}
