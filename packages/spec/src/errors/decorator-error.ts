import { SigilError } from './sigil-error.js';

/** A decorator was called in a shape that no supported compiler emits. */
export class DecoratorError extends SigilError {
  static override readonly kind: string = 'DecoratorError';

  constructor(message: string) {
    super('SIGIL1001', message);
  }
}
