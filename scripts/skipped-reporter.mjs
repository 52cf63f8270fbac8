// A reporter for vitest: the skipped tests with their reasons. Vitest's own reports leave the reasons out.
import { relative } from 'node:path';
import { root } from './workspace.mjs';

/** @typedef {import('vitest/node').Reporter} Reporter */

/** @implements {Reporter} */
export default class SkippedReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    for (const module of modules) {
      /** @type {Map<string, string[]>} */
      const names = new Map();
      for (const test of module.children.allTests('skipped')) {
        const reason = reasonOf(test);
        names.set(reason, [...(names.get(reason) ?? []), test.fullName]);
      }
      const file = relative(root, module.moduleId);
      for (const [reason, [first, ...others]] of names) {
        console.log(
          `skipped: ${file} > ${others.length === 0 ? first : `${others.length + 1} tests`} (${reason})`,
        );
      }
    }
  }
}

/**
 * What `context.skip` was given; where a whole suite was skipped, what its name says in brackets.
 *
 * @param {import('vitest/node').TestCase} test
 */
function reasonOf(test) {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? /\(skipped: (.+?)\)/.exec(test.fullName)?.[1] ?? 'no reason given';
}
