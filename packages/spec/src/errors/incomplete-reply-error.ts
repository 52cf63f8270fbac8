import { ReplyError } from './reply-error.js';

/** A reply is empty, was cut off at the token limit, or was stopped by a filter. It is never a value. */
export class IncompleteReplyError extends ReplyError {
  static override readonly kind: string = 'IncompleteReplyError';
  readonly reason: 'empty' | 'cut-off' | 'filtered' | 'stopped';

  constructor(reason: 'empty' | 'cut-off' | 'filtered' | 'stopped', reply: string) {
    super('SIGIL3003', `Cannot use the reply: ${sentences[reason]}`, reply);
    this.reason = reason;
  }
}

const sentences = {
  empty: 'it is empty, expected the output fields.',
  'cut-off': 'it was cut off at the token limit. Raise maxOutputTokens, or ask for less.',
  filtered: "the provider's content filter stopped it.",
  stopped: 'the model stopped before its end.',
} as const;
