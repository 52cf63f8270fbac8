import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { WORK } from './folders.js';
import { command, line } from './page.js';

/** Lines of a diff that fit a screen; the rest is one command away. */
const MAX_LINES = 60;

/** Prints the difference of two files of the work folder, as git shows it. */
export function showDiff(from: string, to: string): void {
  const args = [
    'diff',
    '--no-index',
    '--stat',
    '--patch',
    process.stdout.isTTY ? '--color' : '--no-color',
    from,
    to,
  ];
  command(`git diff --no-index ${from} ${to}`);
  const diff = spawnSync('git', args, { cwd: WORK, encoding: 'utf8' });
  if (diff.error !== undefined) {
    line(`git could not be started (${diff.error.message}): compare the two files by hand.`);
    return;
  }
  const lines = diff.stdout.trimEnd().split('\n');
  for (const text of lines.slice(0, MAX_LINES)) line(text);
  if (lines.length > MAX_LINES) line(`.. and ${lines.length - MAX_LINES} lines more.`);
}

/** True where both files hold the same bytes. */
export function sameFile(a: string, b: string): boolean {
  return readFileSync(a).equals(readFileSync(b));
}
