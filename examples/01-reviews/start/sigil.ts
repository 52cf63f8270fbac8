import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { WORK } from './folders.js';
import { command } from './page.js';

const BIN = join(dirname(createRequire(import.meta.url).resolve('@sigil/cli/package.json')), 'dist/bin.js');

/** Runs a `sigil` command in the work folder, on this terminal. Ends this process when the command fails. */
export async function sigil(...args: readonly string[]): Promise<void> {
  command(`sigil ${args.join(' ')}`);
  const child = spawn(process.execPath, [BIN, ...args], { cwd: WORK, stdio: 'inherit' });
  // Ctrl-C reaches the child too: it says what it keeps, and then this process ends with its code.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  const exit: unknown[] = await once(child, 'exit');
  const [code] = exit;
  process.off('SIGINT', ignore);
  if (code !== 0) process.exit(typeof code === 'number' ? code : 1);
}
