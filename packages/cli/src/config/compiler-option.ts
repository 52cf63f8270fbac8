import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { member, readIfThere, readJsonText } from './read-json.js';

/**
 * An option of the compiler as a tsconfig has it: its own, or that of what it extends, a file or a package.
 *
 * @param file absolute path of the tsconfig
 * @returns undefined where nobody says it
 */
export function compilerOption(file: string, name: string): unknown {
  return find(file, name, new Set());
}

function find(file: string, name: string, seen: Set<string>): unknown {
  const text = readIfThere(file);
  if (text === undefined || seen.has(file)) return undefined;
  seen.add(file);
  const config = readJsonText(text);
  const own = member(member(config, 'compilerOptions'), name);
  if (own !== undefined) return own;
  // The last one counts.
  return [member(config, 'extends')]
    .flat()
    .filter((base) => typeof base === 'string')
    .flatMap((base) => baseFile(base, file) ?? [])
    .map((base) => find(base, name, seen))
    .findLast((option) => option !== undefined);
}

function baseFile(base: string, from: string): string | undefined {
  if (/^\.{0,2}\//.test(base)) {
    const full = path.resolve(path.dirname(from), base);
    return existsSync(full) || base.endsWith('.json') ? full : `${full}.json`;
  }
  const folders = createRequire(from).resolve.paths(base) ?? [];
  return folders
    .flatMap((folder) => ['', '.json', '/tsconfig.json'].map((end) => path.join(folder, base + end)))
    .find((file) => readIfThere(file) !== undefined);
}
