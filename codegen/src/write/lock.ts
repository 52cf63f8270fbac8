import { UsageError } from '@sigil/spec';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a second generator waits for the first, in milliseconds. */
const PATIENCE = 10_000;
const STEP = 25;

/**
 * Runs a task while no other process does the same. The lock is a file with the id of its process; one whose process is
 * gone is taken over.
 *
 * @throws UsageError when another process keeps the lock for ten seconds
 */
export async function withLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
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

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  if (!(await isAbandoned(path))) return false;
  await rm(path, { force: true });
  return false;
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(path, 'utf8'));
    // The owner may be between creating the file and writing its id.
    if (!Number.isSafeInteger(owner) || owner <= 0) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
