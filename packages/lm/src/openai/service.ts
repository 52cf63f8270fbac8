import { UsageError } from '@sigil/spec';
import type { TokenLimitKey } from './chat-body.js';

/** Where chat completions are asked for. */
export interface Service {
  /** Without a slash at its end. */
  readonly baseURL: string;
  /** The address of the requests. */
  readonly endpoint: string;
  /** On this machine or in this network: no key is wanted. */
  readonly local: boolean;
  readonly tokenLimitKey: TokenLimitKey;
  /** It keeps replies to a JSON schema. */
  readonly structuredOutput: boolean;
}

/**
 * What a base URL says about a service.
 *
 * @throws UsageError for a text that is no http(s) URL, or that has a place for secrets (a user, a query): it would
 *   stand in reports and cache keys
 */
export function serviceAt(baseURL: string): Service {
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `Cannot use the base URL: it is not an http(s) address, wanted one such as http://localhost:8000/v1.`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `Cannot use the base URL for ${url.host}: it has a user, a query or a fragment, wanted an address only. ` +
        `Pass a key as apiKey or in headers.`,
    );
  }
  const base = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return {
    baseURL: base,
    endpoint: `${base}/chat/completions`,
    local: isLocal(url.hostname),
    tokenLimitKey: isOpenAI(url.hostname) ? 'max_completion_tokens' : 'max_tokens',
    structuredOutput: isOpenAI(url.hostname),
  };
}

/**
 * OpenAI itself, or Azure. Its reasoning models refuse `max_tokens`, and all of its models take
 * `max_completion_tokens`. Compatible servers know `max_tokens` for sure; some (Ollama among them) ignore the newer
 * name without a word, and the reply would then have no limit at all. In the same way some ignore a JSON schema.
 */
function isOpenAI(hostname: string): boolean {
  return /(^|\.)openai\.(azure\.)?com$/.test(hostname);
}

/** Loopback and private addresses, and the names that stand for them: `localhost`, `box.local`, `vllm` in a compose file. */
function isLocal(hostname: string): boolean {
  if (/^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^0\.0\.0\.0$/.test(hostname)) return true;
  if (hostname === '[::1]' || /\.(localhost|local|internal)$/.test(hostname)) return true;
  return !hostname.includes('.') && !hostname.includes(':');
}
