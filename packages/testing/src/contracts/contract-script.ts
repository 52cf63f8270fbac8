import type { LMCall } from '@sigil/spec';
import type { FakeReply } from '../fake-lm/fake-reply.js';
import type { FakeRequest } from '../fake-server/fake-server.js';
import type { FakeResponse } from '../fake-server/fake-response.js';
import { respond } from '../fake-server/respond.js';

/** A limit on the reply below which the script of the suites is cut off, in tokens. */
export const cutOffBelow = 4;

const answerTo = (message: string): string => `You said: ${message}`;
const beginning = 'You said';

/**
 * The script of a `FakeLM` that stands behind a model under test in {@link languageModelContract}.
 *
 * @example
 * ```ts
 * languageModelContract({ name: 'retry', create: () => retry(new FakeLM(contractReply, { delay: 20 })) });
 * ```
 */
export function contractReply(call: LMCall): FakeReply {
  const limit = call.settings?.maxOutputTokens ?? Infinity;
  if (limit < cutOffBelow) return { text: beginning, finishReason: 'length' };
  return answerTo(call.messages.at(-1)?.content ?? '');
}

/**
 * The script of a `FakeServer` that stands behind a model under test in {@link languageModelContract}.
 *
 * @example
 * ```ts
 * const server = await FakeServer.start(contractResponse, { delay: 20 });
 * languageModelContract({ name: 'openai', create: () => openai('any', { baseURL: server.baseURL }) });
 * ```
 */
export function contractResponse(request: FakeRequest): FakeResponse {
  const limit = Number(request.body.max_completion_tokens ?? request.body.max_tokens ?? Infinity);
  return limit < cutOffBelow ? respond.cutOff(beginning) : respond.text(answerTo(request.lastMessage));
}
