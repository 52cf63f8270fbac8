import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTree } from './read-tree.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sigil tree '));
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: root });
  git('init', '-q');
  mkdirSync(join(root, 'src/dist'), { recursive: true });
  writeFileSync(join(root, '.gitignore'), 'dist/\n');
  writeFileSync(join(root, 'src/tracked name.ts'), 'tracked');
  writeFileSync(join(root, 'src/deleted.ts'), 'deleted');
  git('add', '.');
  rmSync(join(root, 'src/deleted.ts'));
  writeFileSync(join(root, 'src/new.ts'), 'new');
  writeFileSync(join(root, 'src/dist/built.js'), 'built');
  writeFileSync(join(root, 'src/image.png'), Buffer.from([0x89, 0, 1, 2]));
});
afterEach(() => rmSync(root, { recursive: true }));

it('reads tracked and new text files, and nothing that is ignored, deleted or binary', () => {
  const tree = readTree(root);
  expect(tree.paths).toEqual(['.gitignore', 'src/new.ts', 'src/tracked name.ts']);
  expect(tree.text('src/tracked name.ts')).toBe('tracked');
  expect(() => tree.text('src/deleted.ts')).toThrow('Cannot read src/deleted.ts');
});
