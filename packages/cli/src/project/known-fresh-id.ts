import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generatedPath, isUnchanged } from '@sigil/codegen/unchanged';
import { runKey } from './run-key.js';

/**
 * The id of a class that is known to be fresh without compiling: nothing changed since the last run of the generator,
 * and the class is in its file.
 *
 * @param target as the user named it; only `FILE#CLASS` is known
 * @returns undefined where the project has to be compiled to know
 */
export function knownFreshId(target: string, root: string, cwd: string): string | undefined {
  const hash = target.lastIndexOf('#');
  const source = path
    .relative(root, path.resolve(cwd, target.slice(0, hash)))
    .split(path.sep)
    .join('/');
  const id = `${source}${target.slice(hash)}`;
  const generated = path.join(root, generatedPath(source));
  if (hash === -1 || !existsSync(generated) || !isUnchanged(root, runKey(root))) return undefined;
  return readFileSync(generated, 'utf8').includes(`id: '${id}'`) ? id : undefined;
}
