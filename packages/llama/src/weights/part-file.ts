import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

const dayMs = 24 * 60 * 60 * 1000;
const host = hostname().replaceAll(/[^\w-]/g, '-');

/**
 * A name for a file in the making: it becomes `path` by a rename, so that nobody ever sees half of it. The name says
 * which process writes it: two that start at once do not write into one file.
 */
export function newPart(path: string): string {
  return `${path}.${host}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
}

/** The name under which a part waits for whoever goes on with it. */
export function freePart(path: string): string {
  return `${path}.free.part`;
}

/** Parts of `path` that nobody writes: freed ones, and those of processes that are gone. */
export async function abandonedParts(path: string): Promise<string[]> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  const abandoned: string[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.part')) continue;
    const [owner, pid] = name.slice(prefix.length).split('.');
    const part = join(folder, name);
    if (owner === 'free' || !(await isOwned(part, owner, Number(pid)))) abandoned.push(part);
  }
  return abandoned;
}

/** Another machine's processes cannot be asked: their parts count as abandoned after a day. */
async function isOwned(part: string, owner: string | undefined, pid: number): Promise<boolean> {
  if (owner === host) return isAlive(pid);
  const found = await stat(part).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < dayMs;
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
