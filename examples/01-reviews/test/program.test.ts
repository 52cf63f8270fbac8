import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const EXAMPLE = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(dirname(createRequire(import.meta.url).resolve('@sigil/cli/package.json')), 'dist/bin.js');

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the seed program, inside the example so that its imports resolve. */
function copySeed(): string {
  folder = mkdtempSync(join(EXAMPLE, 'work-'));
  cpSync(join(EXAMPLE, 'seed'), folder, { recursive: true, filter: (path) => !path.includes('.cache') });
  return folder;
}

function sigil(cwd: string, ...args: readonly string[]): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8' });
  return { code: run.status, output: run.stdout + run.stderr };
}

describe('the program', () => {
  it('is committed with a fresh artifact', () => {
    expect(sigil(copySeed(), 'check')).toMatchObject({ code: 0 });
  });

  it('is committed with the optimized state of a real run, which gives the committed prompt', () => {
    const copy = copySeed();
    copyFileSync(join(EXAMPLE, 'result/review.opt.json'), join(copy, 'src/review.opt.json'));
    expect(sigil(copy, 'generate')).toMatchObject({ code: 0 });
    const read = (path: string): string => readFileSync(path, 'utf8');
    expect(read(join(copy, 'src/review.gen.ts'))).toBe(read(join(EXAMPLE, 'result/review.gen.ts')));
  });
});
