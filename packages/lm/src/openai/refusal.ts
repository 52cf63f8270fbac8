import {
  AuthenticationError,
  InvalidRequestError,
  RateLimitError,
  ServerError,
  type LanguageModelError,
} from '@sigil/spec';
import { excerpt, isObject, objectIn } from '../json.js';
import { retryAfter } from './retry-after.js';

/** An answer with a status that is no success, as it came. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: string,
  ) {
    super('The service refused.');
  }
}

/** What an error of a refusal says beside the refusal itself. */
export interface RefusalContext {
  readonly model: string;
  readonly endpoint: string;
  /** Takes secrets out of what the service wrote. */
  readonly clean: (text: string) => string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The error for a status: who must act, and whether the same request may succeed later. */
export function refusalError(refusal: Refusal, context: RefusalContext): LanguageModelError {
  const { status } = refusal;
  const options = { model: context.model, endpoint: context.endpoint, status };
  const found = context.clean(messageOf(refusal.body)) || 'no message';
  const wait = retryAfter(refusal.headers, context.now);
  if (status === 401 || status === 403) {
    return new AuthenticationError(
      `It says: ${found} Check OPENAI_API_KEY, or the apiKey that was passed.`,
      options,
    );
  }
  // A spent quota comes as 429 and does not come back by waiting.
  if (status === 429 && codeOf(refusal.body) === 'insufficient_quota')
    return new InvalidRequestError(found, options);
  if (status === 429) return new RateLimitError(wait, options);
  if (status === 408 || status === 409 || status >= 500) return new ServerError(found, wait, options);
  // The message of a proxy says what is missing in none of its words.
  const hint =
    status === 404
      ? ' Check the name of the model and the base URL: most end in /v1, and the rest is added.'
      : '';
  return new InvalidRequestError(`${found}${hint}`, options);
}

/** OpenAI writes `error.message`; others `error`, `message` or `detail`; proxies a page. */
function messageOf(body: string): string {
  const json = objectIn(body);
  const error = isObject(json?.error) ? json.error.message : json?.error;
  const message = [error, json?.message, json?.detail].find((text) => typeof text === 'string');
  return excerpt(typeof message === 'string' ? message : body);
}

function codeOf(body: string): unknown {
  const error = objectIn(body)?.error;
  return isObject(error) ? error.code : undefined;
}
