import type { CallSettings, JsonObject } from '@sigil/spec';
import { stringLiteral } from '../emit/literal.js';
import { printValue } from '../emit/print-value.js';
import type { Ejection } from './ejection.js';

/** The part of an ejected file that sends the request: the same bytes as the `openai` of `@sigil/lm` sends. */
export function sendText(ejection: Ejection): string {
  const { name, model } = ejection;
  return `const MODEL = ${stringLiteral(model)};

/** The body of the request. */
export function body(inputs: ${name}Inputs): string {
  return JSON.stringify({
    model: MODEL,
    messages: render(inputs),
${bodyMembers(ejection).join('')}  });
}

export interface Options {
  /** \`OPENAI_API_KEY\` of the environment unless given. A server of your own may need none. */
  apiKey?: string | undefined;
  /** \`OPENAI_BASE_URL\` of the environment unless given, else OpenAI itself. */
  baseURL?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Asks the model, once.
 *
 * @throws Error where the service refuses, the reply is cut off, refused or empty, or its values do not fit
 */
export async function run(inputs: ${name}Inputs, options: Options = {}): Promise<${name}Outputs> {
  const apiKey = options.apiKey ?? variable('OPENAI_API_KEY');
  const baseURL = options.baseURL ?? variable('OPENAI_BASE_URL') ?? 'https://api.openai.com/v1';
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (apiKey !== undefined) headers['authorization'] = \`Bearer \${apiKey.trim()}\`;
  const response = await fetch(\`\${baseURL.replace(/\\/+$/, '')}/chat/completions\`, {
    method: 'POST',
    headers,
    body: body(inputs),
    signal: options.signal ?? null,
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(\`The service refused the request (HTTP \${response.status}): \${text.slice(0, 500)}\`);
  return parse(replyIn(text));
}

function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const value = process?.env?.[name];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

/** The text of a chat completion, where it is whole. */
function replyIn(completion: string): string {
  const { choices } = fromJson(completion, 'the completion') as {
    choices?: { message?: { content?: string | null; refusal?: string | null }; finish_reason?: string }[];
  };
  const { message, finish_reason: reason } = choices?.[0] ?? {};
  if (message === undefined) throw new Error('The service sent no chat completion.');
  const content = message.content ?? '';
  if (message.refusal && content === '') throw new Error(\`The model refused: \${message.refusal}\`);
  if (reason === 'length') throw new Error('The reply is cut off: it reached its limit of tokens.');
  if (reason === 'content_filter') throw new Error('The reply was stopped by a content filter.');
  if (reason !== 'stop') throw new Error(\`The reply ended before it was whole (\${reason}).\`);
  if (content.trim() === '') throw new Error('The reply is empty.');
  return content;
}`;
}

/** What stands behind the messages, in the order in which it is sent. */
function bodyMembers({ settings, wire, spec }: Ejection): readonly string[] {
  const { temperature, maxOutputTokens, seed, stopSequences = [] }: CallSettings = settings;
  const members: [string, unknown][] = [
    ['temperature', temperature],
    ['max_completion_tokens', maxOutputTokens],
    ['seed', seed],
    ['stop', stopSequences.length === 0 ? undefined : stopSequences],
    ['response_format', wire === undefined ? undefined : responseFormat(spec.id, wire)],
  ];
  return members.flatMap(([name, value]) =>
    value === undefined ? [] : [`    ${name}: ${printValue(value, 2, 6 + name.length)},\n`],
  );
}

/** As a prediction names it: letters, digits, `_` and `-`, at most 64 of them. */
function responseFormat(id: string, schema: JsonObject): JsonObject {
  const name = (id.split('#').at(-1) ?? '').replace(/[^A-Za-z0-9_-]/gu, '_').slice(0, 64);
  return { type: 'json_schema', json_schema: { name: name === '' ? 'reply' : name, strict: true, schema } };
}
