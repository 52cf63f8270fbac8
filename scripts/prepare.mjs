// What every command needs first: the dependencies, and the packages built.
import { pnpm, run, tool } from './workspace.mjs';

/** @type {import('./steps.mjs').Step} */
export const install = {
  name: 'install',
  // CI: pnpm then asks nothing, also where it has to make node_modules anew.
  run: () => run(...pnpm('install', '--frozen-lockfile'), { env: { CI: 'true' } }),
};

/** @type {import('./steps.mjs').Step} */
export const build = { name: 'build', run: () => run(tool('tsc'), ['-b']) };
