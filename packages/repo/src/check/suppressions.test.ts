import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { suppressionsCheck } from './suppressions.js';

it.each([
  '// oxlint-disable-next-line no-console',
  '// oxlint-disable-next-line',
  '/* oxlint-disable */',
  '// @ts-expect-error wrong type',
  '// @ts-ignore: TS1 why',
  '// @ts-nocheck',
])('finds %s', (text) => {
  expect(suppressionsCheck.find(samplePackage({ 'a.test.ts': `\n${text}\nexport {};` }))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

it.each([
  '// oxlint-disable-next-line no-console -- the reporter prints',
  '// oxlint-disable-next-line typescript/no-explicit-any, no-console -- both are wanted',
  '// @ts-expect-error TS2322: a number is no string',
  "const header = '// @ts-nocheck';",
])('accepts %s', (text) => {
  expect(suppressionsCheck.find(samplePackage({ 'a.ts': text }))).toEqual([]);
});
