import { UsageError } from '@sigil/spec';

/**
 * The model of a service that has just one (`GET /models`), so that a local server needs no name.
 *
 * @param baseURL without a slash at the end
 * @throws UsageError when the service has several or does not say
 */
export async function onlyModelOf(
  baseURL: string,
  key: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const ids = await modelIds(baseURL, key, signal);
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  const found =
    ids.length === 0 ? 'it does not say which models it has' : `it has ${ids.slice(0, 8).join(', ')}`;
  throw new UsageError(
    `Cannot choose a model of ${baseURL}: ${found}. Name one behind the URL: ${baseURL}#MODEL.`,
  );
}

async function modelIds(
  baseURL: string,
  key: string | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  let answer: unknown;
  try {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(`${baseURL}/models`, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    answer = response.ok ? await response.json() : undefined;
  } catch (cause) {
    if (signal.aborted) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `Cannot ask ${baseURL} for its models (${reason}). Check the address, or name one: ${baseURL}#MODEL.`,
      { cause },
    );
  }
  if (typeof answer !== 'object' || answer === null || !('data' in answer) || !Array.isArray(answer.data))
    return [];
  const listed: readonly unknown[] = answer.data;
  return listed.flatMap((model) =>
    typeof model === 'object' && model !== null && 'id' in model && typeof model.id === 'string'
      ? [model.id]
      : [],
  );
}
