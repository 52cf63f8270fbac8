import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts, remarks, summary } from './test-report.mjs';
import { root, run, tool } from './workspace.mjs';

describe('a report of vitest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigil report '));
  const report = join(folder, 'report.json');
  let finished: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    mkdirSync(join(folder, 'src'));
    writeFileSync(
      join(folder, 'src/a.test.js'),
      `test('passes', () => {});
       test('passes too', () => { console.info('note: src/a.js has 301 lines'); });
       test('fails', () => { expect(1).toBe(2); });
       describe('the model', () => {
         test('needs weights', (context) => { context.skip('no weights: offline'); });
         test('needs them too', (context) => { context.skip('no weights: offline'); });
         test.skip('says nothing', () => {});
       });
       describe.skip('a service (skipped: there is no key)', () => {
         test('answers', () => {});
       });`,
    );
    writeFileSync(join(folder, 'src/broken.test.js'), "import './missing.js';");
    const reporters = ['default', 'json', join(root, 'scripts/skipped-reporter.mjs')];
    finished = await run(
      tool('vitest'),
      ['run', '--globals', ...reporters.map((each) => `--reporter=${each}`), `--outputFile.json=${report}`],
      { cwd: folder },
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is counted as vitest counts, and fails where a file cannot be loaded', () => {
    expect(finished.code).toBe(1);
    expect(readCounts(report)).toEqual({ passed: 2, failed: 1, skipped: 4 });
  });

  it('gives the reasons of skipped tests, and notes', () => {
    expect(remarks(finished.output)).toEqual([
      'note: src/a.js has 301 lines',
      expect.stringMatching(/^skipped: .*a\.test\.js > 2 tests \(no weights: offline\)$/),
      expect.stringMatching(/^skipped: .*a\.test\.js > the model > says nothing \(no reason given\)$/),
      expect.stringMatching(/^skipped: .*a\.test\.js > a service .* > answers \(there is no key\)$/),
    ]);
  });
});

it('counts nothing where vitest wrote no report', () => {
  expect(readCounts(join(tmpdir(), 'sigil-no-such-report.json'))).toEqual({
    passed: 0,
    failed: 0,
    skipped: 0,
  });
});

it('names skipped tests in the last line only where there are some', () => {
  expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(summary({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
