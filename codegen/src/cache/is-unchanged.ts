import { areAsRead } from '../sources/ambient-files.js';
import { listFiles } from '../sources/list-files.js';
import { fileHash, matchedPaths } from './file-hash.js';
import { generatorId } from './generator-id.js';
import { readMemory, valuesKey, type Memory, type Remarks } from './memory.js';
import type { RunKey } from './run-key.js';

/**
 * True when the last run of the generator would do nothing and say nothing if it ran again.
 *
 * @param root absolute
 * @example
 * ```ts
 * isUnchanged(root, { files: [`${root}/sigil.config.ts`], values: { adapter: 'chat/1' } }); // -> false
 * ```
 */
export function isUnchanged(root: string, key: RunKey): boolean {
  const remarks = lastRemarks(root, key);
  return remarks !== undefined && remarks.diagnostics.length + remarks.warnings.length === 0;
}

/**
 * What the last run of the generator had to say, where it would do nothing if it ran again: no source, type, tuned
 * file, generated file or configuration changed, none came and none went. Looks at the bytes of files and loads no
 * compiler. For `sigil generate` only; `sigil check` computes everything anew.
 *
 * @param root absolute
 * @returns undefined where it would do something
 * @example
 * ```ts
 * const key = { files: [`${root}/sigil.config.ts`], values: { adapter: 'chat/1' } };
 * if (lastRemarks(root, key) === undefined) await apply(await plan({ root, adapters: [chatAdapter] }));
 * ```
 */
export function lastRemarks(root: string, key: RunKey): Remarks | undefined {
  const memory = readMemory(root);
  return memory !== undefined && isAsRemembered(root, key, memory) ? memory.remarks : undefined;
}

function isAsRemembered(root: string, key: RunKey, memory: Memory): boolean {
  if (memory.values !== valuesKey(key.values) || memory.generator !== generatorId()) return false;
  if (key.files.some((path) => !Object.hasOwn(memory.others, path))) return false;
  const paths = matchedPaths(root, listFiles(root, memory.include));
  if (paths.length !== Object.keys(memory.matched).length) return false;
  return (
    paths.every((path) => memory.matched[path] === fileHash(path)) &&
    Object.entries(memory.others).every(([path, hash]) => hash === fileHash(path)) &&
    areAsRead(memory.ambient, new Set(paths))
  );
}
