import { SigilError, type SigilErrorOptions } from './sigil-error.js';

/** A cache folder cannot be read or written. */
export class CacheError extends SigilError {
  static override readonly kind: string = 'CacheError';
  readonly path: string;

  constructor(path: string, message: string, options: SigilErrorOptions = {}) {
    super('SIGIL6002', message, options);
    this.path = path;
  }
}
