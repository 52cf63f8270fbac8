import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatFinding } from './check/check.js';
import { checks } from './checks.js';
import { readTree } from './tree/read-tree.js';

const tree = readTree(fileURLToPath(new URL('../../../', import.meta.url)));

describe('this repository', () => {
  it.each(checks.map((check) => [check.rule, check] as const))('keeps the rule: %s', (_rule, check) => {
    const findings = check.find(tree);
    for (const note of findings.filter((finding) => finding.note === true)) {
      // oxlint-disable-next-line no-console -- notes are for whoever runs the tests, and fail nothing
      console.info(`note: ${formatFinding(note)}`);
    }
    expect(findings.filter((finding) => finding.note !== true).map(formatFinding)).toEqual([]);
  });
});
