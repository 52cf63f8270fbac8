import type { ServerResponse } from 'node:http';
import type { CompletionResponse, FakeResponse, Pieces } from './fake-response.js';

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
export async function writeResponse(
  response: FakeResponse,
  form: RequestedForm,
  out: ServerResponse,
): Promise<void> {
  if (response.kind === 'raw') {
    out.writeHead(response.status, response.headers);
    const { body } = response;
    if (typeof body === 'string') out.end(body);
    else await writePieces(body, out);
  } else if (response.kind === 'completion') {
    const type = form.stream ? 'text/event-stream' : 'application/json';
    out.writeHead(200, { 'content-type': type }).end(completionBody(response, form));
  } else if (response.kind === 'pieces') {
    await writeCompletionPieces(response.pieces, form, out);
  } else if (response.how === 'refuse') {
    out.destroy();
  } else if (response.how !== 'hang') {
    writeHalf(form, out, response.how === 'cut');
  }
}

/** One write for each, and the next one when it is out; none for a client who has left. */
async function writePieces(pieces: Pieces<string | Uint8Array>, out: ServerResponse): Promise<void> {
  out.flushHeaders();
  for await (const piece of pieces) {
    if (out.destroyed) return;
    await new Promise<void>((resolve) => out.write(piece, () => setImmediate(resolve)));
  }
  out.end();
}

async function writeCompletionPieces(
  pieces: Pieces<string>,
  form: RequestedForm,
  out: ServerResponse,
): Promise<void> {
  const whole = { kind: 'completion', finishReason: 'stop', usage: true } as const;
  if (!form.stream) {
    let text = '';
    for await (const piece of pieces) text += piece;
    return writeResponse({ ...whole, text }, form, out);
  }
  async function* events(): AsyncGenerator<string> {
    let text = '';
    yield eventsOf([startOf(form)]);
    for await (const piece of pieces) {
      text += piece;
      yield eventsOf([chunkOf(form, { content: piece }, null)]);
    }
    yield eventsOf([...endOf({ ...whole, text }, form), '[DONE]']);
  }
  out.writeHead(200, { 'content-type': 'text/event-stream' });
  return writePieces(events(), out);
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

function completionBody(response: CompletionResponse, asked: RequestedForm): string {
  const form = { ...asked, model: response.model ?? asked.model };
  const member = response.refusal === true ? 'refusal' : 'content';
  if (form.stream) {
    const pieces = response.text.split(/(?<=\s)/u).map((piece) => chunkOf(form, { [member]: piece }, null));
    return eventsOf([startOf(form), ...pieces, ...endOf(response, form), '[DONE]']);
  }
  const message = { role: 'assistant', content: null, refusal: null, [member]: response.text };
  const choice = { index: 0, message, logprobs: null, finish_reason: response.finishReason };
  const usage = response.usage ? { usage: usageOf(response, form) } : {};
  return JSON.stringify({ ...baseOf(form), object: 'chat.completion', choices: [choice], ...usage });
}

function baseOf({ model }: RequestedForm): object {
  return { id: 'chatcmpl-fake', created: 0, model };
}

function chunkOf(form: RequestedForm, delta: object, finish_reason: string | null): object {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
  return { ...baseOf(form), object: 'chat.completion.chunk', choices };
}

function startOf(form: RequestedForm): object {
  return chunkOf(form, { role: 'assistant', content: '' }, null);
}

function endOf(response: CompletionResponse, form: RequestedForm): readonly object[] {
  const last = chunkOf(form, {}, response.finishReason);
  if (!form.streamUsage || !response.usage) return [last];
  const usage = usageOf(response, form);
  return [last, { ...baseOf(form), object: 'chat.completion.chunk', choices: [], usage }];
}

/** Server-sent events, of JSON or of a word. */
function eventsOf(data: readonly (object | string)[]): string {
  return data.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`).join('');
}

function usageOf(response: CompletionResponse, form: RequestedForm): object {
  const prompt_tokens = Math.ceil(form.bytes / 4);
  const completion_tokens = Math.ceil(response.text.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
