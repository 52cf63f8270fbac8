import { UsageError } from '@sigil/spec';

/** What `--lm`, `SIGIL_MODEL` and `lm` in the config name. */
export type ModelName =
  /** `llama`, a GGUF file, an `hf:` URI. */
  | { readonly kind: 'llama'; readonly weights: string | undefined }
  /** `openai:MODEL`. */
  | { readonly kind: 'openai'; readonly model: string }
  /** `https://KEY@host/v1#MODEL`. */
  | {
      readonly kind: 'url';
      readonly baseURL: string;
      readonly model: string | undefined;
      readonly key: string | undefined;
    };

/**
 * Reads the name of a model.
 *
 * @param from where it stands, for the error: `--lm`
 * @throws UsageError when it is of no known form
 * @example
 * ```ts
 * modelName('openai:gpt-5-mini', '--lm'); // -> { kind: 'openai', model: 'gpt-5-mini' }
 * ```
 */
export function modelName(text: string, from: string): ModelName {
  if (text === 'llama') return { kind: 'llama', weights: undefined };
  if (text.startsWith('hf:') || text.endsWith('.gguf')) return { kind: 'llama', weights: text };
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return urlName(new URL(text));
  const model = /^openai:(.+)$/.exec(text)?.[1];
  if (model !== undefined) return { kind: 'openai', model };
  throw new UsageError(
    `Cannot use the model '${withoutKey(text)}' of ${from}: expected 'llama', 'openai:MODEL', the path of a .gguf file, ` +
      `an 'hf:' URI, or the URL of an OpenAI-compatible service with its model, 'https://host/v1#MODEL'.`,
  );
}

function urlName(url: URL): ModelName {
  const key = decodeURIComponent(url.password === '' ? url.username : url.password);
  const model = decodeURIComponent(url.hash.slice(1));
  return {
    kind: 'url',
    baseURL: url.origin + url.pathname.replace(/\/$/, ''),
    model: model === '' ? undefined : model,
    key: key === '' ? undefined : key,
  };
}

/** Nobody wants a key in a log. */
function withoutKey(text: string): string {
  return text.replace(/\/\/[^@/]*@/, '//…@');
}
