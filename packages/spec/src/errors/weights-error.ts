import { SigilError, type SigilErrorOptions } from './sigil-error.js';

/** The weights of an embedded model are missing, damaged or not the ones they should be. */
export class WeightsError extends SigilError {
  static override readonly kind: string = 'WeightsError';

  constructor(message: string, options: SigilErrorOptions = {}) {
    super('SIGIL6001', message, options);
  }
}
