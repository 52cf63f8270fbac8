import type { ReplyError } from './reply-error.js';
import { SigilError } from './sigil-error.js';

/** A text was given piece by piece, and what was given is void. */
export class StreamResetError extends SigilError {
  static override readonly kind: string = 'StreamResetError';
  /** The output whose text it was. */
  readonly field: string;

  /** @param cause why the reply could not be used; undefined where it reads otherwise now that it is whole */
  constructor(field: string, cause?: ReplyError) {
    const why = cause?.message ?? 'The whole reply reads otherwise than its beginning did.';
    super(
      'SIGIL3004',
      `Cannot go on with the text of '${field}': what came before is void. ${why} ` +
        `Read the partials, which start over, or put '${field}' behind the fields that may fail.`,
      cause === undefined ? {} : { cause },
    );
    this.field = field;
  }
}
