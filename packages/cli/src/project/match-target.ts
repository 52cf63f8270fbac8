import path from 'node:path';
import { UsageError } from '@sigil/spec';

/**
 * The id of the class that a user means: `src/ticket.ts#Ticket`, its path relative to the current folder. The name of
 * the class alone, or the file alone, will do where only one class fits.
 *
 * @param ids of all decorated classes of the project
 * @throws UsageError when none fits, or several do
 */
export function matchTarget(text: string, ids: readonly string[], root: string, cwd: string): string {
  const matches = matchingIds(text, ids, root, cwd);
  const [only, ...others] = matches;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    throw new UsageError(`Cannot tell which class '${text}' means: ${matches.join(', ')}. Name one of them.`);
  }
  throw new UsageError(`Cannot find the class '${text}': ${known(ids)}`);
}

/** All ids that a text can mean. */
export function matchingIds(
  text: string,
  ids: readonly string[],
  root: string,
  cwd: string,
): readonly string[] {
  const hash = text.lastIndexOf('#');
  const file = hash === -1 ? text : text.slice(0, hash);
  const name = hash === -1 ? undefined : text.slice(hash + 1);
  const fromRoot = path.relative(root, path.resolve(cwd, file)).split(path.sep).join('/');
  return ids.filter((id) => {
    if (id === text) return true;
    if (name !== undefined) return id === `${fromRoot}#${name}`;
    return id.startsWith(`${fromRoot}#`) || id.endsWith(`#${text}`);
  });
}

function known(ids: readonly string[]): string {
  const shown = ids.slice(0, 10).join(', ') + (ids.length > 10 ? `, and ${ids.length - 10} more` : '');
  if (ids.length > 0) return `there is no such decorated class. There are: ${shown}.`;
  return "the project has no class with @Signature(). Write one, or run 'sigil init'.";
}
