// npm run pack: makes tarballs of all packages, to try them in another project.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install } from './prepare.mjs';
import { packAll, publicPackages, tarball } from './public-packages.mjs';
import { runSteps } from './steps.mjs';
import { root } from './workspace.mjs';

const destination = join(root, 'tarballs');

rmSync(destination, { recursive: true, force: true });
mkdirSync(destination);
const pack = { name: 'pack', run: () => packAll(destination) };
const failed = await runSteps([install, build, pack], (text) => process.stdout.write(text));
if (failed.length > 0) {
  process.exitCode = 1;
} else {
  const paths = publicPackages().map((each) => `"${join(destination, tarball(each))}"`);
  console.log(`\nIn your project:\n\nnpm install ${paths.join(' ')}`);
}
