// npm start: from a fresh clone to a prompt that was optimized on a real model.
import { join } from 'node:path';
import { build, install } from './prepare.mjs';
import { runSteps } from './steps.mjs';
import { root, show } from './workspace.mjs';

const demonstration = {
  folder: join(root, 'examples/01-reviews'),
  args: ['--import', 'tsx', 'start/start.ts'],
};

const failed = await runSteps([install, build], (text) => process.stdout.write(text));
process.exitCode =
  failed.length === 0 ? await show(process.execPath, demonstration.args, demonstration.folder) : 1;
