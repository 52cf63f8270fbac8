import { readFileSync } from 'node:fs';
import { writeJsonError } from './report/json-error.js';
import { runSigil } from './run-sigil.js';
import { processTerminal } from './terminal/channel.js';
import { errorExitCode } from './terminal/exit-codes.js';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';

const terminal = processTerminal();

// `sigil render .. | head -3`: whoever reads has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Node's code for an `await` that nothing can settle any more: a metric, say, whose promise is never resolved.
process.on('exit', () => {
  if (process.exitCode !== 13) return;
  const message =
    'Cannot go on: something that was waited for can never end. Look at your metric and your model.';
  if (process.argv.includes('--json')) writeJsonError(terminal.out, 'UNKNOWN', message);
  terminal.err.write(`error: ${message}\n`);
  process.exitCode = errorExitCode;
});

const code = await runSigil(
  process.argv.slice(2),
  {
    terminal,
    cwd: process.cwd(),
    env: process.env,
    today: () => new Date(),
    now: () => performance.now(),
  },
  version,
);
// User code may have left something running. Everything was written: the streams are flushed first.
process.stdout.write('', () => process.exit(code));
