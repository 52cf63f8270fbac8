#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runSigil } from './program.js';
import { processTerminal } from './terminal/channel.js';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';

const code = await runSigil(
  process.argv.slice(2),
  {
    terminal: processTerminal(),
    cwd: process.cwd(),
    env: process.env,
    today: () => new Date(),
    now: () => performance.now(),
  },
  version,
);
// User code may have left something running. Everything was written: the streams are flushed first.
process.stdout.write('', () => process.exit(code));
