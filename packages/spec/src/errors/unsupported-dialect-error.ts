import { SigilError } from './sigil-error.js';

/** A type cannot be described in the JSON schema that a service takes. */
export class UnsupportedDialectError extends SigilError {
  static override readonly kind: string = 'UnsupportedDialectError';

  /** @param found what cannot be said: `the type 'Tree', which holds itself` */
  constructor(
    readonly dialect: string,
    found: string,
  ) {
    super(
      'SIGIL7006',
      `Cannot write a schema in the dialect '${dialect}': found ${found}, wanted a type without recursion. ` +
        'Write the levels out, or ask without a schema: the prompt describes the type as well.',
    );
  }
}
