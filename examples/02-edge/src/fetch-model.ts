import {
  AbortedError,
  ConnectionError,
  InvalidRequestError,
  InvalidResponseError,
  type LanguageModel,
  type LMCall,
  type LMReply,
} from '@sigil/spec';

/** Chat completions by `fetch` alone: a language model is a small thing to write. */
export function fetchModel(modelId: string, baseURL: string, apiKey: string): LanguageModel {
  const endpoint = `${baseURL}/chat/completions`;
  const at = { model: modelId, endpoint };
  const prepare = ({ messages }: LMCall) => ({
    endpoint,
    body: { model: modelId, messages: messages.map(({ role, content }) => ({ role, content })) },
  });

  async function doGenerate(call: LMCall): Promise<LMReply> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const body = JSON.stringify(prepare(call).body);
    const init = { method: 'POST', headers, body };
    try {
      const response = await fetch(
        endpoint,
        call.signal === undefined ? init : { ...init, signal: call.signal },
      );
      if (!response.ok)
        throw new InvalidRequestError(await response.text(), { ...at, status: response.status });
      return replyIn(await response.json());
    } catch (error) {
      if (call.signal?.aborted === true) throw new AbortedError(at);
      throw error instanceof TypeError ? new ConnectionError(error.message, at) : error;
    }
  }

  function replyIn(completion: unknown): LMReply {
    if (!isCompletion(completion)) throw new InvalidResponseError('JSON of another shape', at);
    const { message, finish_reason } = completion.choices[0];
    if (typeof message.refusal === 'string')
      return { text: message.refusal, finishReason: 'content-filter', model: modelId };
    const finishReason = finish_reason === 'stop' || finish_reason === 'length' ? finish_reason : 'other';
    return { text: message.content ?? '', finishReason, model: modelId };
  }

  return {
    modelId,
    capabilities: { seed: false },
    prepare,
    doGenerate,
    async *doStream(call) {
      const reply = await doGenerate(call);
      yield { kind: 'text', text: reply.text };
      yield { kind: 'end', reply };
    },
  };
}

/** What is used of a chat completion. */
interface Completion {
  readonly choices: readonly [
    {
      readonly message: { readonly content?: string | null; readonly refusal?: string | null };
      readonly finish_reason: string;
    },
  ];
}

function isCompletion(value: unknown): value is Completion {
  if (typeof value !== 'object' || value === null || !('choices' in value)) return false;
  const choice: unknown = Array.isArray(value.choices) ? value.choices[0] : undefined;
  return (
    typeof choice === 'object' && choice !== null && 'message' in choice && typeof choice.message === 'object'
  );
}
