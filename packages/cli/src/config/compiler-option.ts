import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { member, readIfThere, readJsonText } from './read-json.js';

/** What a tsconfig says, and where. */
export interface TsconfigSetting {
  readonly value: unknown;
  /** Absolute path of the folder of the tsconfig that says it, to which its paths are relative. */
  readonly folder: string;
}

/**
 * An option of the compiler as a tsconfig has it: its own, or that of what it extends, a file or a package.
 *
 * @param file absolute path of the tsconfig
 * @returns undefined where nobody says it
 */
export function compilerOption(file: string, name: string): unknown {
  return tsconfigSetting(file, ['compilerOptions', name])?.value;
}

/** The same for an option that is a path. @returns it as an absolute path */
export function compilerPath(file: string, name: string): string | undefined {
  const setting = tsconfigSetting(file, ['compilerOptions', name]);
  return typeof setting?.value === 'string' ? resolveIn(file, setting.folder, setting.value) : undefined;
}

/** The same for any setting: `['include']`. */
export function tsconfigSetting(file: string, keys: readonly string[]): TsconfigSetting | undefined {
  return find(file, keys, new Set());
}

/** A path or a glob of a tsconfig, absolute. `${configDir}` is the folder of the one that is used, not of its base. */
export function resolveIn(file: string, folder: string, given: string): string {
  return path.resolve(folder, given.replace('${configDir}', path.dirname(file)));
}

function find(file: string, keys: readonly string[], seen: Set<string>): TsconfigSetting | undefined {
  const text = readIfThere(file);
  if (text === undefined || seen.has(file)) return undefined;
  seen.add(file);
  const config = readJsonText(text);
  const own = keys.reduce(member, config);
  if (own !== undefined) return { value: own, folder: path.dirname(file) };
  // The last one counts.
  return [member(config, 'extends')]
    .flat()
    .filter((base) => typeof base === 'string')
    .flatMap((base) => baseFile(base, file) ?? [])
    .map((base) => find(base, keys, seen))
    .findLast((setting) => setting !== undefined);
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
