import { existsSync, renameSync, statSync } from 'node:fs';

/** Which file a name stands for: the number changes when somebody puts another in its place. */
export function identityOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

/**
 * Renames a damaged database and its logs, so that they can be looked at and are in nobody's way. The logs go first: a
 * new database beside an old log would take it for its own.
 *
 * @returns the new name: `replies-1.db.damaged-1`
 */
export function setAside(file: string): string {
  let number = 1;
  while (existsSync(`${file}.damaged-${number}`)) number++;
  const aside = `${file}.damaged-${number}`;
  for (const log of ['-wal', '-shm']) {
    if (existsSync(`${file}${log}`)) renameSync(`${file}${log}`, `${aside}${log}`);
  }
  renameSync(file, aside);
  return aside;
}
