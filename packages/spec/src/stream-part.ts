import type { LMReply } from './lm-reply.js';

/** A stream is any number of `text` parts and then one `end`, whose reply has the whole text. */
export type StreamPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'end'; readonly reply: LMReply };
