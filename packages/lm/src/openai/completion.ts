import type { FinishReason, LMReply, Usage } from '@sigil/spec';
import { isObject, type UnknownObject } from '../json.js';

/**
 * The reply in a chat completion, whole: text, reason of its end, usage, model.
 *
 * @returns undefined for an object of another shape
 */
export function readCompletion(completion: UnknownObject, model: string): LMReply | undefined {
  const choice: unknown = Array.isArray(completion.choices) ? completion.choices[0] : undefined;
  if (!isObject(choice) || !isObject(choice.message)) return undefined;
  const { content, refusal } = choice.message;
  // A refusal stands in a member of its own, with no content or an empty one.
  if (typeof refusal === 'string' && refusal !== '' && (content ?? '') === '') {
    return reply(refusal, 'content-filter', completion, model);
  }
  if (typeof content === 'string') {
    return reply(content, finishReasonOf(choice.finish_reason), completion, model);
  }
  if (content === null || content === undefined) {
    return reply('', finishReasonOf(choice.finish_reason), completion, model);
  }
  return undefined;
}

function reply(text: string, finishReason: FinishReason, completion: UnknownObject, model: string): LMReply {
  const usage = readUsage(completion.usage);
  return { text, finishReason, ...(usage && { usage }), model: modelOf(completion) ?? model };
}

/** The model that answered, where the service says. */
export function modelOf(completion: UnknownObject): string | undefined {
  return typeof completion.model === 'string' && completion.model !== '' ? completion.model : undefined;
}

/** The counts of tokens, where the service gives both. */
export function readUsage(usage: unknown): Usage | undefined {
  if (!isObject(usage)) return undefined;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage;
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return undefined;
  return { inputTokens, outputTokens };
}

/** Our word for the reason on the wire. What is not known is not a whole reply. */
export function finishReasonOf(reason: unknown): FinishReason {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content_filter' ? 'content-filter' : 'other';
}
