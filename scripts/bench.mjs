// npm run bench: measures the speed of the packages, which no test does.
import { join } from 'node:path';
import { build, install } from './prepare.mjs';
import { runSteps } from './steps.mjs';
import { root, show } from './workspace.mjs';

const benchmarks = join(root, 'packages/bench');

const failed = await runSteps([install, build], (text) => process.stdout.write(text));
// In its own folder, where tsx finds the compiler options of the decorators.
process.exitCode =
  failed.length === 0 ? await show(process.execPath, ['--import', 'tsx', 'src/main.ts'], benchmarks) : 1;
