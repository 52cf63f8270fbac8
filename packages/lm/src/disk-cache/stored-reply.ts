import type { LMReply } from '@sigil/spec';
import { isObject, objectIn } from '../json.js';

/** A reply as text: what the model said and used, not where it came from. */
export function encodeReply({ text, finishReason, usage, model }: LMReply): string {
  return JSON.stringify({ text, finishReason, usage, model });
}

/** The reply in a text; undefined for a text that holds none. Only whole replies are kept. */
export function decodeReply(value: string): LMReply | undefined {
  const stored = objectIn(value);
  if (stored?.finishReason !== 'stop') return undefined;
  const { text, usage, model } = stored;
  if (typeof text !== 'string' || typeof model !== 'string') return undefined;
  const reply = { text, finishReason: 'stop', model } as const;
  if (!isObject(usage)) return reply;
  const { inputTokens, outputTokens } = usage;
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return undefined;
  return { ...reply, usage: { inputTokens, outputTokens } };
}
