import type { LMCall, LMReply } from '@sigil/spec';

/** One scripted answer: its text, an error to throw, or the parts of a reply that matter (the rest is filled in). */
export type FakeReply = string | Error | Partial<LMReply>;

/**
 * What a {@link FakeLM} answers: replies that are used in order, or a function of the call and its number (from 0). A
 * call after the last reply fails with a plain Error.
 */
export type FakeScript = readonly FakeReply[] | ((call: LMCall, n: number) => FakeReply | Promise<FakeReply>);

/**
 * The whole reply. Token counts are a quarter of the characters, rounded up: enough to add up, the same every time.
 *
 * @throws the scripted error
 */
export function completeReply(reply: FakeReply, call: LMCall, modelId: string): LMReply {
  if (reply instanceof Error) throw reply;
  const parts = typeof reply === 'string' ? { text: reply } : reply;
  const text = parts.text ?? '';
  const prompt = call.messages.reduce((sum, message) => sum + message.content.length, 0);
  const usage = { inputTokens: Math.ceil(prompt / 4), outputTokens: Math.ceil(text.length / 4) };
  return { finishReason: 'stop', usage, model: modelId, ...parts, text };
}
