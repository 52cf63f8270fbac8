import { MissingKeyError, UsageError } from '@sigil/spec';

/** What opens the service. Never part of an error, a prepared call or a report. */
export interface Credentials {
  /** Absent where the service wants none. */
  readonly apiKey?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the key came from. */
  readonly key: KeySource;
}

/** The option, the variable, a header of that name, or nowhere. */
export type KeySource = 'apiKey' | 'OPENAI_API_KEY' | { readonly header: string } | undefined;

/** What decides whether there is a key. */
export interface CredentialSources {
  readonly apiKey: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The service works without a key. */
  readonly local: boolean;
  readonly model: string;
  readonly endpoint: string;
}

/** @throws MissingKeyError when there is no key and the service wants one, or when the key cannot be sent */
export function findCredentials(sources: CredentialSources): Credentials {
  const { headers, local, model, endpoint } = sources;
  // Files and shells leave a line end behind a key.
  const apiKey = (sources.apiKey ?? sources.environment.OPENAI_API_KEY ?? '').trim();
  const given = sources.apiKey === undefined ? 'OPENAI_API_KEY' : 'apiKey';
  if (/[^\x21-\x7e]/.test(apiKey)) {
    throw new MissingKeyError(`the key in ${given} has a character that no header can hold`, {
      model,
      endpoint,
    });
  }
  const header = keyHeaderIn(headers);
  const named = header === undefined ? undefined : { header };
  if (apiKey !== '') return { apiKey, headers, key: named ?? given };
  if (local || named !== undefined) return { headers, key: named };
  throw new MissingKeyError('there is no API key', { model, endpoint });
}

/**
 * The headers that go with a request, for people to see: every value that a user gave is `***`. Those by which the
 * client describes itself are left out.
 */
export function shownHeaders(
  sources: Omit<CredentialSources, 'model' | 'endpoint'>,
): Readonly<Record<string, string>> {
  const { apiKey, headers, environment, local } = sources;
  const own = Object.keys(headers).map((name) => [name.toLowerCase(), '***'] as const);
  const hasKey = (apiKey ?? environment.OPENAI_API_KEY ?? '').trim() !== '';
  const wantsKey = !local && keyHeaderIn(headers) === undefined;
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(hasKey || wantsKey ? { authorization: 'Bearer ***' } : {}),
    ...Object.fromEntries(own),
  };
}

function keyHeaderIn(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(headers).find((name) => /^(authorization|api-key|x-api-key)$/i.test(name));
}

/**
 * Refuses headers that Node would refuse, in a sentence that does not show the value.
 *
 * @throws UsageError
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) continue;
    throw new UsageError(
      `Cannot send the header '${name}': its name or value has a character that no header can hold, ` +
        `wanted a name without blanks and a value of one line.`,
    );
  }
}

/** Takes what is secret out of a text that a service or a library wrote. */
export function withoutSecrets(text: string, { apiKey, headers }: Credentials): string {
  const secrets = [
    apiKey ?? '',
    ...Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]),
  ];
  return secrets
    .filter((secret) => secret.length >= 8)
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
    .replaceAll(/\bsk-[\w*-]{6,}/g, '[secret]');
}
