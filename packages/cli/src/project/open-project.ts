import path from 'node:path';
import { chooseTsconfig } from '../config/choose-tsconfig.js';
import { loadConfig } from '../config/load-config.js';
import type { SigilConfig } from '../config/sigil-config.js';
import { findProject } from './find-project.js';
import type { ProjectFolder } from './locate-project.js';
import { userCode, type UserCode } from './import-user-code.js';

/** A project of the user. */
export interface Project extends ProjectFolder {
  readonly config: SigilConfig;
  /** Relative to the root, with `/`; undefined where the project has none. */
  readonly tsconfig: string | undefined;
  /** Runs the project's own modules. */
  readonly code: UserCode;
}

/**
 * The project around a folder, with its configuration.
 *
 * @param fresh reads the configuration anew where this process read it before
 * @throws UsageError when there is no project, or its configuration is broken
 */
export async function openProject(cwd: string, fresh = false): Promise<Project> {
  const folder = findProject(cwd);
  const usual = chooseTsconfig(folder.root)?.file;
  const code = userCode(folder.root, usual, fresh);
  const config = folder.configFile === undefined ? {} : await loadConfig(folder.configFile, code.importFile);
  if (config.tsconfig === undefined || config.tsconfig === usual)
    return { ...folder, config, tsconfig: usual, code };
  const tsconfig = path.normalize(config.tsconfig).split(path.sep).join('/');
  return { ...folder, config, tsconfig, code: userCode(folder.root, tsconfig, fresh) };
}
