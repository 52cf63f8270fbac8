import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@sigil/files';
import { WeightsError } from '@sigil/spec';
import { type CachedFile, fromCache, recordOf } from './cache-source.js';
import { checkGguf } from './check-gguf.js';
import { nameOf } from './file-source.js';
import { inWritableFolder } from './folders.js';
import { hashFile } from './hash-file.js';
import { rememberHash } from './hash-record.js';
import { causeOf, describeHubFile, type HubFile, refused, request as fetchFrom } from './hub-file.js';
import { abandonedParts, freePart, newPart } from './part-file.js';
import { isUnwritable } from './unwritable.js';
import type { Weights, WeightsRequest } from './weights.js';

const defaultHub = 'https://huggingface.co';

/**
 * A GGUF from the Hugging Face hub (`HF_ENDPOINT` names another one), kept in the cache folder. A download that was
 * cut off is kept too, and the next one asks for the rest only.
 *
 * @throws WeightsError when the file cannot be had, or its hash is not the one that the hub names
 */
export async function fromHub(
  setting: { readonly repository: string; readonly file: string },
  request: WeightsRequest,
): Promise<Weights> {
  const { repository, file } = setting;
  const cached = { file: join('hf', repository, file), name: nameOf(file), again: 'fetched' } as const;
  const { weights, damaged } = await fromCache(cached, request);
  if (weights !== undefined) return weights;
  try {
    return await download(setting, cached, request);
  } catch (error) {
    if (damaged.length === 0 || !WeightsError.isInstance(error)) throw error;
    throw new WeightsError(`${error.message} The one that is kept cannot be used: ${damaged.join(' ')}`, {
      cause: error,
    });
  }
}

async function download(
  { repository, file }: { readonly repository: string; readonly file: string },
  cached: CachedFile,
  request: WeightsRequest,
): Promise<Weights> {
  const hub = (request.environment.HF_ENDPOINT ?? defaultHub).replace(/\/+$/, '');
  const url = `${hub}/${repository}/resolve/main/${file}`;
  const remote = await describeHubFile(url, request.signal);
  return inWritableFolder(request, async (folder) => {
    const path = join(folder, cached.file);
    makeFolder(dirname(path));
    const sha256 = await downloadTo(path, remote, request);
    await rememberHash(path, recordOf(path), sha256);
    return { path, sha256, name: cached.name };
  });
}

async function downloadTo(path: string, remote: HubFile, request: WeightsRequest): Promise<string> {
  // Bytes of another version of the file are never taken for the beginning of this one.
  const versioned = `${path}.${remote.version ?? 'unversioned'}`;
  const part = await claimPart(versioned, remote);
  try {
    await fetchRest(part, remote, request);
  } catch (error) {
    // A full disk gets its room back; anything else leaves the bytes to whoever goes on.
    await (isUnwritable(error) ? rm(part, { force: true }) : rename(part, freePart(versioned)));
    throw error;
  }
  try {
    const sha256 = await verified(part, remote, request);
    await rename(part, path);
    return sha256;
  } finally {
    await rm(part, { force: true });
  }
}

/** The largest part that nobody writes, under a name of our own; a new name where there is none. */
async function claimPart(versioned: string, remote: HubFile): Promise<string> {
  const mine = newPart(versioned);
  const left = await abandonedParts(versioned);
  const sizes = await Promise.all(left.map((part) => stat(part).then(({ size }) => [{ part, size }], gone)));
  const [largest, ...others] = sizes.flat().sort((a, b) => b.size - a.size);
  for (const { part } of others) await rm(part, { force: true });
  if (largest === undefined) return mine;
  // A rename succeeds for one process only; the other starts anew.
  await rename(largest.part, mine).catch(() => undefined);
  if (remote.version === undefined) await rm(mine, { force: true });
  return mine;
}

/** Another process may have claimed the part since it was listed. */
function gone(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

/** Brings the part to its full size. */
async function fetchRest(part: string, remote: HubFile, request: WeightsRequest): Promise<void> {
  const file = await open(part, 'a');
  try {
    const have = (await file.stat()).size;
    if (have > 0 && have === remote.size) return;
    const response = await fetchFrom(remote.url, {
      // Bytes as they are: a range of a compressed file would be of no use.
      headers: { 'accept-encoding': 'identity', ...(have === 0 ? {} : { range: `bytes=${have}-` }) },
      signal: request.signal ?? null,
    });
    const goesOn =
      response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${have}-`);
    if (!response.ok && response.status !== 416) throw refused(remote.url, response.status);
    // The server sent all of it, or nothing fits what we have.
    if (goesOn !== true) await file.truncate(0);
    let size = goesOn === true ? have : 0;
    if (response.status !== 416) {
      for await (const chunk of bodyOf(response, remote.url, request.signal)) {
        await file.appendFile(chunk);
        size += chunk.length;
        const fraction = remote.size === undefined ? {} : { fraction: size / remote.size };
        request.onProgress({ phase: 'download', source: remote.url, ...fraction });
      }
    }
    if (remote.size !== undefined && size !== remote.size)
      throw cutOff(remote.url, `${size} of ${remote.size} bytes came`);
  } finally {
    await file.close();
  }
}

async function* bodyOf(
  response: Response,
  url: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  try {
    for await (const chunk of response.body) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    // What the reader of this generator throws does not pass here: it is the connection that broke.
    throw signal?.aborted === true ? error : cutOff(url, causeOf(error), error);
  }
}

function cutOff(url: string, found: string, cause?: unknown): WeightsError {
  return new WeightsError(
    `Cannot finish the download of ${url}: it was cut off (${found}). Run it again: it goes on where it stopped.`,
    cause === undefined ? {} : { cause },
  );
}

async function verified(part: string, remote: HubFile, request: WeightsRequest): Promise<string> {
  await checkGguf(part, remote.url);
  const onFraction = (fraction: number): void =>
    request.onProgress({ phase: 'verify', source: remote.url, fraction });
  const sha256 = await hashFile(part, { onFraction, signal: request.signal });
  if (remote.sha256 === undefined || remote.sha256 === sha256) return sha256;
  throw new WeightsError(
    `Cannot use the download of ${remote.url}: its SHA-256 is ${sha256}, expected ${remote.sha256}. ` +
      `Run it again: the damaged file was removed.`,
  );
}
