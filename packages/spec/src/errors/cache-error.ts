import { SigilError, type SigilErrorOptions } from './sigil-error.js';

/** A cache cannot be opened, read or written. */
export class CacheError extends SigilError {
  static override readonly kind: string = 'CacheError';
  /** Of the folder, or of the file in it. */
  readonly path: string;

  constructor(path: string, message: string, options: SigilErrorOptions = {}) {
    super('SIGIL6002', message, options);
    this.path = path;
  }
}
