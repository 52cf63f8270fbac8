import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';

/** File names of a configuration, the first that exists counts. */
const configNames = ['ts', 'mts', 'js', 'mjs'].map((extension) => `sigil.config.${extension}`);

/** Where a project is. */
export interface ProjectFolder {
  /** Absolute. Ids of classes and paths in artifacts are relative to it. */
  readonly root: string;
  /** Absolute path of `sigil.config.*`, where there is one. */
  readonly configFile: string | undefined;
}

/**
 * The project around a folder: the nearest folder, upwards, with a `sigil.config.*` or a `package.json`.
 *
 * @throws UsageError when there is none
 */
export function findProject(cwd: string): ProjectFolder {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const configFile = configNames.map((name) => path.join(folder, name)).find(existsSync);
    if (configFile !== undefined || existsSync(path.join(folder, 'package.json')))
      return { root: folder, configFile };
    if (path.dirname(folder) === folder) throw new UsageError(noProject(cwd));
  }
}

function noProject(cwd: string): string {
  return (
    `Cannot find a project: no package.json in ${cwd} or above it. ` +
    `Go to your project's folder, or make one here with 'npm init -y'.`
  );
}
