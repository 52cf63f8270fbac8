import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { fileLengthCheck } from './file-length.js';

const found = (lines: number) =>
  fileLengthCheck.find(samplePackage({ 'a.ts': 'const a = 1;\n'.repeat(lines) }));

it('accepts 300 lines, notes 301, finds 401', () => {
  expect(found(300)).toEqual([]);
  expect(found(301)).toEqual([
    { path: 'packages/lm/src/a.ts', message: expect.stringContaining('301 lines'), note: true },
  ]);
  expect(found(400)).toEqual([expect.objectContaining({ note: true })]);
  expect(found(401)).toEqual([expect.objectContaining({ note: false })]);
});

it('only notes a test', () => {
  const tree = samplePackage({ 'a.test.ts': 'const a = 1;\n'.repeat(500) });
  expect(fileLengthCheck.find(tree)).toEqual([expect.objectContaining({ note: true })]);
});

it('leaves generated files and samples alone', () => {
  const long = '\n'.repeat(500);
  expect(fileLengthCheck.find(samplePackage({ 'a.gen.ts': long, 'samples/b.ts': long }))).toEqual([]);
});
