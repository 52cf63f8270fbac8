import { makeFolder } from '@sigil/files';
import { sha256 } from '@sigil/hash';
import { UsageError } from '@sigil/spec';
import { open, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isCode } from './is-code.js';
import { isGone, newOwner, ownerIn, ownerText, type LockOwner } from './lock-owner.js';
import { LockWatch, lookAt, type SeenLock } from './lock-watch.js';

/** How long a second generator waits for the first, in milliseconds. */
const PATIENCE = 10_000;
const STEP = 25;

/** How often a lock is touched while it is held, and after how long without that it is given up, in milliseconds. */
const BEAT = 500;
const SILENCE = 3_000;

/**
 * Runs a task while no other process does the same. The lock is a file that says who holds it, and is touched all the
 * time: one that nobody touches is taken over, at once where its process is known to be gone.
 *
 * @throws UsageError when another process keeps the lock for ten seconds, or no lock can be made
 */
export async function withLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  makeLockFolder(path);
  const owner = newOwner();
  const text = ownerText(owner);
  await take(path, owner, text);
  const beat = setInterval(() => void touch(path), BEAT);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    await inTurn(path, text, (isOurs) => (isOurs ? rm(path, { force: true }) : undefined));
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

async function take(path: string, owner: LockOwner, text: string): Promise<void> {
  const watch = new LockWatch();
  for (let waited = 0; !(await create(path, text)); waited += STEP) {
    const seen = await lookAt(path).catch((error: unknown) => {
      throw cannotLock(path, error);
    });
    if (seen !== undefined && isAbandoned(seen, watch) && (await takeOver(path, seen, owner, text))) return;
    if (waited >= PATIENCE) {
      throw new UsageError(
        `Cannot write generated files: another process has held ${path} for ${PATIENCE / 1000} seconds. ` +
          'Wait for it to end, or remove that file if there is no such process.',
      );
    }
    await wait(STEP);
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw cannotLock(path, error);
  }
}

/** By what is seen and not by the clock: that of a drive in a network may be another one. */
function isAbandoned(seen: SeenLock, watch: LockWatch): boolean {
  const silent = watch.unchangedFor(seen);
  const owner = ownerIn(seen.text);
  return silent >= SILENCE || (owner !== undefined && isGone(owner));
}

/** Of several processes that see an abandoned lock one has it then. */
async function takeOver(path: string, seen: SeenLock, { token }: LockOwner, text: string): Promise<boolean> {
  const draft = `${path}.${token}.tmp`;
  let isTaken = false;
  await inTurn(path, seen.text, async (isSame) => {
    // Its owner may have come back.
    if (!isSame || (await lookAt(path))?.touchedAt !== seen.touchedAt) return;
    await writeFile(draft, text);
    await rename(draft, path);
    isTaken = true;
  });
  return isTaken;
}

/**
 * Changes a lock that is there. Only one at a time changes a lock with a certain text, and what comes later finds
 * another one in its place.
 */
async function inTurn(
  path: string,
  text: string,
  change: (isSame: boolean) => Promise<void> | undefined,
): Promise<void> {
  const turn = `${path}.${sha256(text).slice(0, 16)}`;
  if (!(await create(turn, ''))) return removeSilent(turn);
  try {
    await change((await lookAt(path))?.text === text);
  } finally {
    await rm(turn, { force: true });
  }
}

/** Whoever has a turn is done in a moment, or was killed in it. */
async function removeSilent(turn: string): Promise<void> {
  const watch = new LockWatch();
  for (let seen = await lookAt(turn); seen !== undefined; seen = await lookAt(turn)) {
    if (watch.unchangedFor(seen) >= SILENCE) return rm(turn, { force: true });
    await wait(STEP);
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(path, now, now);
  } catch (error) {
    // It was taken away: what was begun is ended all the same, file by file, each of them whole.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
