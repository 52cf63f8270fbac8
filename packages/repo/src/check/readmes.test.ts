import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { readmesCheck } from './readmes.js';

it('finds a README that is missing or longer than a screen', () => {
  const tree = sample({
    'packages/spec/package.json': { name: '@sigil/spec' },
    'packages/spec/README.md': 'line\n'.repeat(60),
    'packages/hash/package.json': { name: '@sigil/hash' },
    'packages/hash/README.md': 'line\n'.repeat(61),
    'examples/01-reviews/package.json': { name: 'reviews' },
  });
  expect(readmesCheck.find(tree).map(formatFinding)).toEqual([
    expect.stringMatching(/^examples\/01-reviews\/README\.md is missing/),
    'packages/hash/README.md has 61 lines, expected at most 60.',
  ]);
});
