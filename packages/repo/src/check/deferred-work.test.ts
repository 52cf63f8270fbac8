import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { deferredWorkCheck } from './deferred-work.js';

// Spelled with a tilde, since this file is checked too.
it.each(['// TO~DO: later', '/* FIX~ME */', '- XX~X'])('finds %s', (spelled) => {
  const text = spelled.replace('~', '');
  expect(deferredWorkCheck.find(sample({ 'README.md': `first\n${text}` }))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

it('accepts words that only contain them', () => {
  expect(deferredWorkCheck.find(sample({ 'a.ts': 'const METHODOLOGY = todos;' }))).toEqual([]);
});
