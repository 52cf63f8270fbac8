// Reads the report that vitest's own JSON reporter writes.
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {string} path of the JSON report
 * @returns {Counts} zeros where vitest wrote none
 */
export function readCounts(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} */
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The last line of a test run.
 *
 * @param {Counts} counts
 */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/**
 * The lines of a run's output that are worth reading although it passed: skipped tests with their reasons, and notes.
 *
 * @param {string} output
 */
export function remarks(output) {
  return output.split('\n').filter((line) => /^(skipped|note): /.test(line));
}
