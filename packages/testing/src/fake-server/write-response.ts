import type { ServerResponse } from 'node:http';
import type { CompletionResponse, FakeResponse } from './fake-response.js';

/** What of a request decides the form of its answer. */
export interface RequestedForm {
  readonly model: string;
  readonly stream: boolean;
  /** The last chunk of a stream holds the usage. */
  readonly streamUsage: boolean;
  /** Length of the request in bytes, for the usage. */
  readonly bytes: number;
}

/** Sends a response, or breaks off as it says. */
export function writeResponse(response: FakeResponse, form: RequestedForm, out: ServerResponse): void {
  if (response.kind === 'raw') {
    out.writeHead(response.status, response.headers).end(response.body);
  } else if (response.kind === 'completion') {
    const type = form.stream ? 'text/event-stream' : 'application/json';
    out.writeHead(200, { 'content-type': type }).end(completionBody(response, form));
  } else if (response.how === 'refuse') {
    out.destroy();
  } else if (response.how !== 'hang') {
    writeHalf(form, out, response.how === 'cut');
  }
}

function writeHalf(form: RequestedForm, out: ServerResponse, close: boolean): void {
  const whole = {
    kind: 'completion',
    text: 'a reply of a few words',
    finishReason: 'stop',
    usage: true,
  } as const;
  const body = completionBody(whole, form);
  const headers = { 'content-type': form.stream ? 'text/event-stream' : 'application/json' };
  out.writeHead(200, form.stream ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
  out.write(body.slice(0, body.length / 2), () => {
    if (close) out.destroy();
  });
}

function completionBody(response: CompletionResponse, form: RequestedForm): string {
  const model = response.model ?? form.model;
  const usage = response.usage ? { usage: usageOf(response, form) } : {};
  const base = { id: 'chatcmpl-fake', created: 0, model };
  if (!form.stream) {
    const message = { role: 'assistant', content: response.text, refusal: null };
    const choice = { index: 0, message, logprobs: null, finish_reason: response.finishReason };
    return JSON.stringify({ ...base, object: 'chat.completion', choices: [choice], ...usage });
  }
  const chunk = (delta: object, finish_reason: string | null): object => ({
    ...base,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  const chunks = [
    chunk({ role: 'assistant', content: '' }, null),
    ...response.text.split(/(?<=\s)/u).map((content) => chunk({ content }, null)),
    chunk({}, response.finishReason),
    ...(form.streamUsage && response.usage
      ? [{ ...base, object: 'chat.completion.chunk', choices: [], ...usage }]
      : []),
  ];
  return [...chunks.map((data) => JSON.stringify(data)), '[DONE]']
    .map((data) => `data: ${data}\n\n`)
    .join('');
}

function usageOf(response: CompletionResponse, form: RequestedForm): object {
  const prompt_tokens = Math.ceil(form.bytes / 4);
  const completion_tokens = Math.ceil(response.text.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
