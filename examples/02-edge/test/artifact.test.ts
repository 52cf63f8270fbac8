import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = join(dirname(createRequire(import.meta.url).resolve('@sigil/cli/package.json')), 'dist/bin.js');

it('is committed with a fresh artifact', () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check'], { cwd, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('1 signature');
});
