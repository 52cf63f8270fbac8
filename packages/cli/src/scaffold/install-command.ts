import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The command that installs what the written files import; undefined where everything is there. */
export function installCommand(root: string): string | undefined {
  const require = createRequire(path.join(root, 'package.json'));
  const isThere = (name: string): boolean => {
    // A package whose main door cannot be resolved is still there if one of these folders has it.
    const folders = require.resolve.paths(name) ?? [];
    return folders.some((folder) => existsSync(path.join(folder, name, 'package.json')));
  };
  const steps = [
    isThere('sigil') ? undefined : 'npm install sigil',
    isThere('@sigil/cli') ? undefined : 'npm install --save-dev @sigil/cli',
  ].filter((step) => step !== undefined);
  return steps.length === 0 ? undefined : steps.join(' && ');
}
