// npm run bench: measures the speed of the packages, which no test does. npm run bench:adapters: what a small model does
// with each adapter.
import { join } from 'node:path';
import { build, install } from './prepare.mjs';
import { runSteps } from './steps.mjs';
import { root, show } from './workspace.mjs';

const benchmarks = join(root, 'packages/bench');

const [file = 'src/main.ts'] = process.argv.slice(2);
const failed = await runSteps([install, build], (text) => process.stdout.write(text));
// In its own folder, where tsx finds the compiler options of the decorators.
process.exitCode =
  failed.length === 0 ? await show(process.execPath, ['--import', 'tsx', file], benchmarks) : 1;
