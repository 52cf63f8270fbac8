import { existsSync } from 'node:fs';
import path from 'node:path';

/** File names of a configuration, the first that exists counts. */
export const configNames = ['ts', 'mts', 'js', 'mjs'].map((extension) => `sigil.config.${extension}`);

/** Where a project is. */
export interface ProjectFolder {
  /** Absolute. Ids of classes and paths in artifacts are relative to it. */
  readonly root: string;
  /** Absolute path of `sigil.config.*`, where there is one. */
  readonly configFile: string | undefined;
}

/**
 * The project around a folder: the nearest folder, upwards, with a `sigil.config.*` or a `package.json`. This file
 * imports nothing of ours: it is on the way of a `sigil generate` that has nothing to do.
 *
 * @returns undefined where there is none
 */
export function locateProject(cwd: string): ProjectFolder | undefined {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const configFile = configNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));
    if (configFile !== undefined || existsSync(path.join(folder, 'package.json')))
      return { root: folder, configFile };
    if (path.dirname(folder) === folder) return undefined;
  }
}
