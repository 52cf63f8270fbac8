import { DEFAULT_INCLUDE, listFiles } from '../sources/list-files.js';

/**
 * The tuned files of a project.
 *
 * @param root absolute
 * @param include glob patterns of sources, as the generator gets them
 * @returns relative to the root
 */
export function listTunedFiles(
  root: string,
  include: readonly string[] = DEFAULT_INCLUDE,
): readonly string[] {
  return listFiles(root, include).tuned;
}
