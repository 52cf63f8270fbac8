// npm start: from a fresh clone to a prompt that was optimized on a real model.
import { build, install } from './prepare.mjs';
import { runSteps } from './steps.mjs';
import { show } from './workspace.mjs';

const demonstration = 'examples/01-reviews/start.mjs';

const failed = await runSteps([install, build], (text) => process.stdout.write(text));
process.exitCode = failed.length === 0 ? await show(process.execPath, [demonstration]) : 1;
