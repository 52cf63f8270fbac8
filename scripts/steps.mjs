// Steps that run one after the other, each with a line that says how it went.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<import('./workspace.mjs').Finished>} run
 * @property {(output: string) => string[]} [remarks] lines worth showing although the step passed
 */

/**
 * Runs all steps, also those after one that fails.
 *
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} print
 * @returns {Promise<string[]>} names of the steps that failed
 */
export async function runSteps(steps, print) {
  const failed = [];
  const width = Math.max(...steps.map(({ name }) => name.length));
  for (const { name, run, remarks } of steps) {
    print(`${name.padEnd(width)}  `);
    const start = performance.now();
    const { code, output } = await run().catch(crashed);
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7);
    print(`${seconds}  ${code === 0 ? 'ok' : 'FAILED'}\n`);
    if (code !== 0) {
      failed.push(name);
      print(indented(output.trim() || `exit status ${code}, and no output`));
    } else if (remarks !== undefined) {
      for (const line of remarks(output)) print(indented(line));
    }
  }
  return failed;
}

/** @param {unknown} error */
function crashed(error) {
  return { code: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** @param {string} text */
function indented(text) {
  return `${text.replaceAll(/^/gm, '    ')}\n`;
}
