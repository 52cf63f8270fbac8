import { makeFolder } from '@sigil/files';
import { UsageError } from '@sigil/spec';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a second generator waits for the first, in milliseconds. */
const PATIENCE = 10_000;
const STEP = 25;

/**
 * Runs a task while no other process does the same. The lock is a file with the id of its process; one whose process is
 * gone is taken over.
 *
 * @throws UsageError when another process keeps the lock for ten seconds, or no lock can be made
 */
export async function withLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  makeLockFolder(path);
  for (let waited = 0; !(await take(path)); waited += STEP) {
    if (waited >= PATIENCE) {
      throw new UsageError(
        `Cannot write generated files: another process has held ${path} for ${PATIENCE / 1000} seconds. ` +
          'Wait for it to end, or remove that file if there is no such process.',
      );
    }
    await wait(STEP);
  }
  try {
    return await task();
  } finally {
    await rm(path, { force: true });
  }
}

function makeLockFolder(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (cause) {
    throw cannotLock(path, cause);
  }
}

function cannotLock(path: string, cause: unknown): UsageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(
    `Cannot write generated files: the lock ${path} cannot be made (${reason}). Make its folder writable, or remove what stands in its place. Nothing was written.`,
    { cause },
  );
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw cannotLock(path, error);
  }
  if (await isAbandoned(path)) await remove(path);
  return false;
}

/** Takes an abandoned lock away. Of several processes that see it, one does. */
async function remove(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.gone`;
  try {
    await rename(path, aside);
    // Another one may have removed it first, and taken a new one in the same moment.
    if (!(await isAbandoned(aside))) await link(aside, path);
    await rm(aside, { force: true });
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(path, 'utf8'));
    if (Number.isSafeInteger(owner) && owner > 0) {
      process.kill(owner, 0);
      return false;
    }
    // The owner may be between creating the file and writing its id; it may also have ended there.
    return Date.now() - (await stat(path)).mtimeMs > PATIENCE / 2;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
