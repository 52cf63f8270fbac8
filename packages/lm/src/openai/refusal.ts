import {
  AuthenticationError,
  InvalidRequestError,
  RateLimitError,
  ServerError,
  type LanguageModelError,
} from '@sigil/spec';
import type { KeySource } from './credentials.js';
import { excerpt, isObject, objectIn, readable } from '../json.js';
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
  /** Where the key came from that was refused. */
  readonly key: KeySource;
  /** Takes secrets out of what the service wrote. */
  readonly clean: (text: string) => string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The error for a status: who must act, and whether the same request may succeed later. */
export function refusalError(refusal: Refusal, context: RefusalContext): LanguageModelError {
  const { status } = refusal;
  const options = { model: context.model, endpoint: context.endpoint, status };
  const said = context.clean(messageOf(refusal.body));
  const found = said === '' ? 'it gave no reason.' : sentence(said);
  const wait = retryAfter(refusal.headers, context.now);
  if (status === 401 || status === 403) {
    const refused = context.key === undefined ? 'the call without a key' : 'the key';
    const says = said === '' ? '' : `It says: ${found} `;
    return new AuthenticationError(says + keyAdvice(context.key), options, refused);
  }
  // A spent quota comes as 429 and does not come back by waiting.
  if (status === 429 && codeOf(refusal.body) === 'insufficient_quota')
    return new InvalidRequestError(`${found} Check the plan of the account: waiting does not help.`, options);
  if (status === 429) return new RateLimitError(wait, options);
  if (status === 408 || status === 409 || status >= 500) return new ServerError(found, wait, options);
  // The message of a proxy says what is missing in none of its words.
  const hint =
    status === 404
      ? ' Check the name of the model and the base URL: most end in /v1, and the rest is added.'
      : '';
  return new InvalidRequestError(`${found}${hint}`, options);
}

/** Which of the keys that a person may have was sent. */
function keyAdvice(key: KeySource): string {
  if (key === undefined) return 'Set OPENAI_API_KEY, or pass apiKey.';
  if (key === 'OPENAI_API_KEY') return 'The key is the one in OPENAI_API_KEY: check it.';
  const place = key === 'apiKey' ? 'that was passed' : `in the header '${key.header}'`;
  return `The key is the one ${place}, and not OPENAI_API_KEY: check it.`;
}

/** A text of a service with the full stop that many leave out: another sentence follows. */
function sentence(text: string): string {
  return /[.!?:;…]["')\]]?$/u.test(text) ? text : `${text}.`;
}

/** OpenAI writes `error.message`; others `error`, `message` or `detail`; proxies a page. */
function messageOf(body: string): string {
  const json = objectIn(body);
  const error = isObject(json?.error) ? json.error.message : json?.error;
  const message = [error, json?.message, json?.detail].find((text) => typeof text === 'string');
  return excerpt(typeof message === 'string' ? message : readable(body));
}

function codeOf(body: string): unknown {
  const error = objectIn(body)?.error;
  return isObject(error) ? error.code : undefined;
}
