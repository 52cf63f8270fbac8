// npm test: every check there is, with the count of the tests as its last line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageSteps } from './check-packages.mjs';
import { build, install } from './prepare.mjs';
import { runSteps } from './steps.mjs';
import { readCounts, remarks, summary } from './test-report.mjs';
import { root, run, tool } from './workspace.mjs';

// A blank in the name: users have such folders too.
const folder = mkdtempSync(join(tmpdir(), 'sigil test '));
const report = join(folder, 'tests.json');
const reporters = ['default', 'json', join(root, 'scripts/skipped-reporter.mjs')].map(
  (each) => `--reporter=${each}`,
);
const status = () => run('git', ['status', '--porcelain']);
const before = await status();

const steps = [
  install,
  build,
  { name: 'format', run: () => run(tool('prettier'), ['--check', '.']) },
  { name: 'lint', run: () => run(tool('oxlint'), ['--deny-warnings']) },
  { name: 'types, TypeScript 7', run: () => run(tool('tsc'), ['-p', 'tsconfig.test.json']) },
  { name: 'types, TypeScript 6', run: () => run(tool('tsc6'), ['-p', 'tsconfig.test.json']) },
  { name: 'unused code', run: () => run(tool('knip'), ['--no-progress', '--no-config-hints']) },
  {
    name: 'tests',
    run: () => run(tool('vitest'), ['run', ...reporters, `--outputFile.json=${report}`]),
    remarks,
  },
  ...packageSteps(folder),
  { name: 'work tree unchanged', run: async () => compare(before.output, (await status()).output) },
];

const failed = await runSteps(steps, (text) => process.stdout.write(text));
const counts = readCounts(report);
rmSync(folder, { recursive: true, force: true });

console.log(failed.length === 0 ? '\nAll steps passed.' : `\nFailed steps: ${failed.join('; ')}`);
console.log(summary(counts));
process.exitCode = failed.length === 0 ? 0 : 1;

/**
 * @param {string} earlier
 * @param {string} now
 */
function compare(earlier, now) {
  const known = new Set(earlier.split('\n'));
  const changes = now.split('\n').filter((line) => !known.has(line));
  return earlier === now
    ? { code: 0, output: '' }
    : { code: 1, output: `The checks changed the work tree:\n${changes.join('\n')}` };
}
