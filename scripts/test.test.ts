import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run } from './workspace.mjs';

describe('npm test where nothing can be installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigil clone '));
  let finished: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    for (const path of ['scripts', '.ci', 'packages/hash/package.json'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ packageManager: 'pnpm@0.0.0-none', scripts: { test: 'node scripts/test.mjs' } }),
    );
    finished = await run('bash', ['.ci/run'], { cwd: folder, env: { npm_config_offline: 'true' } });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('runs every step, and ends with the counts and exit status 1', () => {
    const steps = finished.output
      .split('\n')
      .flatMap((line) => /^(\w.*?) +\d+\.\d s  FAILED$/.exec(line)?.[1] ?? []);
    expect(steps).toEqual(
      expect.arrayContaining(['install', 'build', 'format', 'lint', 'tests', 'publint', 'doors']),
    );
    expect(finished.output.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed');
    expect(finished.code).toBe(1);
  });
});
