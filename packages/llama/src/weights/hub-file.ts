import { createHash } from 'node:crypto';
import { WeightsError } from '@sigil/spec';

/** What the hub says of a file before it is downloaded. */
export interface HubFile {
  /** Where the bytes are asked for. */
  readonly url: string;
  /** The same for the same bytes. Absent where the server does not say: then a download cannot be resumed. */
  readonly version?: string;
  readonly size?: number;
  /** The hub names it for large files. */
  readonly sha256?: string;
}

/**
 * Asks the hub for a file's size, hash and version.
 *
 * The hub answers `resolve` of a large file with a redirect to its store, and tells of the file in the headers
 * `x-linked-size` and `x-linked-etag` (the SHA-256) of that redirect: so it is not followed. Redirects within the hub
 * (a renamed repository) are.
 *
 * @throws WeightsError when the file cannot be had
 */
export async function describeHubFile(url: string, signal: AbortSignal | undefined): Promise<HubFile> {
  let at = url;
  for (let hops = 0; hops < 5; hops += 1) {
    const { status, headers } = await request(at, {
      method: 'HEAD',
      redirect: 'manual',
      signal: signal ?? null,
    });
    const location = headers.get('location');
    const redirected = status >= 300 && status < 400 && location !== null;
    if (redirected && !headers.has('x-linked-etag')) {
      at = new URL(location, at).href;
      continue;
    }
    if (status >= 400) throw refused(url, status);
    return toHubFile(at, headers, redirected);
  }
  throw new WeightsError(`Cannot download ${url}: it redirects without end.`);
}

/** `fetch`, whose error says what failed. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new WeightsError(
      `Cannot download ${url}: the server could not be reached (${causeOf(error)}). Check the network and HF_ENDPOINT.`,
      { cause: error },
    );
  }
}

/** The sentence for an HTTP status that brings no file. */
export function refused(url: string, status: number): WeightsError {
  const hidden =
    status === 401 || status === 403 ? ' It is private or gated: download it by hand and give its path.' : '';
  const missing = status === 404 ? ' Check the names in the hf: URI.' : '';
  return new WeightsError(
    `Cannot download ${url}: the server answered HTTP ${status}, expected the file.${hidden}${missing}`,
  );
}

/** What lies under a failed `fetch`. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}

function toHubFile(url: string, headers: Headers, redirected: boolean): HubFile {
  const tag = headers.get('x-linked-etag') ?? (redirected ? null : headers.get('etag'));
  const size = headers.get('x-linked-size') ?? (redirected ? null : headers.get('content-length'));
  const sha256 = tag?.match(/^"?([0-9a-f]{64})"?$/)?.[1];
  return {
    url,
    ...(tag === null ? {} : { version: createHash('sha256').update(tag).digest('hex').slice(0, 8) }),
    ...(size === null ? {} : { size: Number(size) }),
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}
