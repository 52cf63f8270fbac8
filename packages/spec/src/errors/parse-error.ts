import { ReplyError } from './reply-error.js';

/** A reply does not hold what the signature asks for. */
export class ParseError extends ReplyError {
  static override readonly kind: string = 'ParseError';
  /** Where in the outputs: `team`, `items[2].price`; `''` for the reply as a whole. */
  readonly path: string;
  /** What was wanted there, in words. */
  readonly expected: string;
  /** As much of the value as could be read, in the form of a partial of a stream; undefined for nothing. */
  readonly partial: unknown;

  constructor(options: { path: string; found: string; expected: string; reply: string; partial?: unknown }) {
    const what = options.path === '' ? 'the reply' : `field '${options.path}'`;
    super(
      'SIGIL3001',
      `Cannot parse ${what}: got ${options.found}, expected ${options.expected}.`,
      options.reply,
    );
    this.path = options.path;
    this.expected = options.expected;
    this.partial = options.partial;
  }
}
