import { ReplyError } from './reply-error.js';
import type { ValueIssue } from './value-issue.js';

/** A reply does not hold what the signature asks for. */
export class ParseError extends ReplyError {
  static override readonly kind: string = 'ParseError';
  /** Where in the outputs: `team`, `items[2].price`; `''` for the reply as a whole. */
  readonly path: string;
  /** The same as keys and indexes: a key of a map may have dots and brackets in it. */
  readonly keys: ValueIssue['path'];
  /** What stands there, in words; `nothing` for a value that is missing. */
  readonly found: string;
  /** What was wanted there, in words. */
  readonly expected: string;
  /** As much of the value as could be read, in the form of a partial of a stream; undefined for nothing. */
  readonly partial: unknown;

  /** @param options `keys` are read from the path unless given */
  constructor(options: {
    path: string;
    keys?: ValueIssue['path'];
    found: string;
    expected: string;
    reply: string;
    partial?: unknown;
  }) {
    const what = options.path === '' ? 'the reply' : `field '${options.path}'`;
    super(
      'SIGIL3001',
      `Cannot parse ${what}: got ${options.found}, expected ${options.expected}.`,
      options.reply,
    );
    this.path = options.path;
    this.keys = options.keys ?? keysIn(options.path);
    this.found = options.found;
    this.expected = options.expected;
    this.partial = options.partial;
  }
}

function keysIn(path: string): ValueIssue['path'] {
  return Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/gu), ([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}
