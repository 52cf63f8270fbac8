import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { suppressionsCheck } from './suppressions.js';

// In parts, since this file is checked too.
const start = '//';
const off = `${start} oxlint-disable-next-line`;
const expectError = `${start} @ts-expect-error`;

it.each([
  `${off} no-console`,
  off,
  `${start} oxlint-disable`,
  `${expectError} wrong type`,
  `${start} @ts-ignore: TS1 why`,
])('finds %s', (text) => {
  expect(suppressionsCheck.find(samplePackage({ 'a.test.ts': `\n${text}\n` }))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

it.each([
  `${off} no-console -- the reporter prints`,
  `${off} typescript/no-explicit-any, no-console -- both are wanted`,
  `${expectError} TS2322: a number is no string`,
])('accepts %s', (text) => {
  expect(suppressionsCheck.find(samplePackage({ 'a.ts': text }))).toEqual([]);
});
