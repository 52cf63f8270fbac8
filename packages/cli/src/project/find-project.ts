import { UsageError } from '@sigil/spec';
import { locateProject, type ProjectFolder } from './locate-project.js';

/**
 * The project around a folder.
 *
 * @throws UsageError when there is none
 */
export function findProject(cwd: string): ProjectFolder {
  const found = locateProject(cwd);
  if (found !== undefined) return found;
  throw new UsageError(
    `Cannot find a project: no package.json in ${cwd} or above it. ` +
      `Go to your project's folder, or make one here with 'npm init -y && npm pkg set type=module'.`,
  );
}
