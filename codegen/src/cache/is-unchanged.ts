import { listFiles } from '../sources/list-files.js';
import { fileHash, matchedPaths } from './file-hash.js';
import { generatorId } from './generator-id.js';
import { readMemory, valuesKey } from './memory.js';
import type { RunKey } from './run-key.js';

/**
 * True when the last run of the generator would do nothing if it ran again: no source, type, tuned file, generated
 * file or configuration changed, none came and none went. Looks at the bytes of files and loads no compiler. For
 * `sigil generate` only; `sigil check` computes everything anew.
 *
 * @param root absolute
 * @example
 * ```ts
 * const key = { files: [`${root}/sigil.config.ts`], values: { adapter: 'chat/1' } };
 * if (!isUnchanged(root, key)) await apply(await plan({ root, adapters: [chatAdapter] }));
 * ```
 */
export function isUnchanged(root: string, key: RunKey): boolean {
  const memory = readMemory(root);
  if (memory === undefined) return false;
  if (memory.values !== valuesKey(key.values) || memory.generator !== generatorId()) return false;
  if (key.files.some((path) => !Object.hasOwn(memory.others, path))) return false;
  const paths = matchedPaths(root, listFiles(root, memory.include));
  if (paths.length !== Object.keys(memory.matched).length) return false;
  return (
    paths.every((path) => memory.matched[path] === fileHash(path)) &&
    Object.entries(memory.others).every(([path, hash]) => hash === fileHash(path))
  );
}
