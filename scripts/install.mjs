// Installs the dependencies of the workspace with the pnpm of package.json.
import { install } from './prepare.mjs';
import { runSteps } from './steps.mjs';

const failed = await runSteps([install], (text) => process.stdout.write(text));
process.exitCode = failed.length === 0 ? 0 : 1;
