// A reporter for vitest: one line for each skipped test, with its reason. Vitest's own reports leave the reason out.
import { relative } from 'node:path';
import { root } from './workspace.mjs';

/** @typedef {import('vitest/node').Reporter} Reporter */

/** @implements {Reporter} */
export default class SkippedReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
        console.log(`skipped: ${relative(root, module.moduleId)} > ${test.fullName} (${reason})`);
      }
    }
  }
}
