import { readFileSync } from 'node:fs';
import { writeJsonError } from './report/json-error.js';
import { runSigil } from './run-sigil.js';
import { processTerminal } from './terminal/channel.js';
import { errorExitCode } from './terminal/exit-codes.js';
import { flushOutput } from './terminal/watch-output.js';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';

const terminal = processTerminal();

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
await flushOutput();
// User code may have left something running. A result that is lost makes any command fail.
process.exit(process.exitCode === errorExitCode ? errorExitCode : code);
