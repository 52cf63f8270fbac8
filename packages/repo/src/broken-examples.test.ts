import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { brokenExamples } from './broken-examples.js';
import { formatFinding } from './check/check.js';
import { readTree } from './tree/read-tree.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

it('finds no broken example in this repository', async () => {
  const findings = await brokenExamples(readTree(repository), repository);
  expect(findings.map(formatFinding)).toEqual([]);
});
