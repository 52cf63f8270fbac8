import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { lonelyFilesCheck } from './lonely-files.js';

it('finds a folder with one file, its test not counted', () => {
  const tree = samplePackage({ 'retry/retry.ts': '', 'retry/retry.test.ts': '', 'index.ts': '' });
  expect(lonelyFilesCheck.find(tree)).toEqual([
    { path: 'packages/lm/src/retry', message: expect.stringContaining('holds only retry.ts') },
  ]);
});

it('finds a folder that holds only a folder', () => {
  const tree = samplePackage({ 'read/type/string.ts': '', 'read/type/number.ts': '' });
  expect(lonelyFilesCheck.find(tree)).toEqual([expect.objectContaining({ path: 'packages/lm/src/read' })]);
});

it('accepts two files, a file beside a folder, and a package of one file', () => {
  expect(lonelyFilesCheck.find(samplePackage({ 'a/b.ts': '', 'a/c/d.ts': '', 'a/c/e.ts': '' }))).toEqual([]);
  expect(lonelyFilesCheck.find(samplePackage({ 'index.ts': '' }))).toEqual([]);
});
