import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What a project lacks to run what `sigil init` writes. */
export interface Installation {
  /** The generator can run: the written files find what they import. */
  readonly isReady: boolean;
  /** Installs what is missing; undefined where everything is there. */
  readonly command: string | undefined;
}

/** @param embedded the model in the process is wanted: its package is not among those that the command brings along */
export function missingPackages(root: string, embedded: boolean): Installation {
  const require = createRequire(path.join(root, 'package.json'));
  const isMissing = (name: string): boolean => {
    // A package whose main door cannot be resolved is still there if one of these folders has it.
    const folders = require.resolve.paths(name) ?? [];
    return !folders.some((folder) => existsSync(path.join(folder, name, 'package.json')));
  };
  const [sigil, cli, llama] = ['sigil', '@sigil/cli', '@sigil/llama'].map(isMissing);
  const tools = [...(cli ? ['@sigil/cli'] : []), ...(llama && embedded ? ['@sigil/llama'] : [])];
  const steps = [
    ...(sigil ? ['npm install sigil'] : []),
    ...(tools.length === 0 ? [] : [`npm install --save-dev ${tools.join(' ')}`]),
  ];
  return { isReady: !sigil && !cli, command: steps.length === 0 ? undefined : steps.join(' && ') };
}
