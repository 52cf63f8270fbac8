import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderError, makeFolder } from './index.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sigil-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('makeFolder', () => {
  it('makes what is missing, and says what was', () => {
    const folder = join(root, 'a', 'b');
    expect(makeFolder(folder)).toEqual([join(root, 'a'), folder]);
    expect(statSync(folder).isDirectory()).toBe(true);
    expect(makeFolder(folder)).toEqual([]);
  });

  it('names the file that stands where a folder should', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'a'), join(file, 'a', 'b')]) {
      expect(() => makeFolder(folder)).toThrow(new FolderError(`${file} is a file`, 'ENOTDIR'));
    }
  });

  it.runIf(process.platform === 'linux')('ends where a file system takes no folders', () => {
    // In a process of its own: what never ends could not be stopped here.
    const door = fileURLToPath(new URL('../dist/index.js', import.meta.url));
    const program = `import { makeFolder } from ${JSON.stringify(door)};
try { makeFolder('/proc/sigil/a/b'); } catch ({ name, code, message }) { console.log(name, code, message); }`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run.stdout).toBe('FolderError ENOENT /proc takes no new folders\n');
  });
});
