import type { JsonObject, LMCall } from '@sigil/spec';

/** The member of the body that limits the reply. */
export type TokenLimitKey = 'max_completion_tokens' | 'max_tokens';

/** The body of a chat completion, as it goes over the wire. */
export type ChatBody = {
  model: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  temperature?: number;
  seed?: number;
  stop?: string[];
  response_format?: {
    type: 'json_schema';
    json_schema: { name: string; strict: true; schema: JsonObject };
  };
} & { [key in TokenLimitKey]?: number };

/** The body for a call. A setting that is absent is not sent. */
export function chatBody(model: string, call: LMCall, tokenLimitKey: TokenLimitKey): ChatBody {
  const { temperature, maxOutputTokens, seed, stopSequences } = call.settings ?? {};
  const body: ChatBody = { model, messages: call.messages.map(({ role, content }) => ({ role, content })) };
  if (temperature !== undefined) body.temperature = temperature;
  if (maxOutputTokens !== undefined) body[tokenLimitKey] = maxOutputTokens;
  if (seed !== undefined) body.seed = seed;
  if (stopSequences !== undefined && stopSequences.length > 0) body.stop = [...stopSequences];
  if (call.responseFormat !== undefined) {
    const { name, schema } = call.responseFormat;
    body.response_format = { type: 'json_schema', json_schema: { name, strict: true, schema } };
  }
  return body;
}
