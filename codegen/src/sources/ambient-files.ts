import { sha256 } from '@sigil/hash';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

/** Where the files of a compiler configuration are. */
export interface OwnPlaces {
  /** Absolute, and whether the folders inside count too. */
  readonly folders: readonly (readonly [folder: string, deep: boolean])[];
  /** Absolute paths of files that are named one by one. */
  readonly files: readonly string[];
  /** Absolute paths of folders that the compiler writes. */
  readonly outputs: readonly string[];
}

/** The files that other files see without importing them, as they were read. */
export interface AmbientFiles {
  readonly places: OwnPlaces;
  /** By absolute path. */
  readonly hashes: { readonly [path: string]: string };
}

/** Of a project without any. */
export const NO_AMBIENT_FILES: AmbientFiles = {
  places: { folders: [], files: [], outputs: [] },
  hashes: {},
};

/**
 * Finds the files that may say something about types of other files: `declare module`, `declare global`, and scripts,
 * whose declarations are global. A quick look at texts: parsing every file of a program would cost more than all else.
 *
 * @param known texts that were read already, without byte order marks
 * @returns texts by absolute path, sorted
 */
export function readAmbientFiles(
  places: OwnPlaces,
  known: (path: string) => string | undefined = () => undefined,
): ReadonlyMap<string, string> {
  return ambientOf(listOwn(places), known);
}

function ambientOf(
  paths: readonly string[],
  known: (path: string) => string | undefined = () => undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const text = known(path) ?? readText(path);
    if (text !== undefined && isAmbient(path, text)) found.set(path, text);
  }
  return found;
}

function listOwn(places: OwnPlaces): readonly string[] {
  return [...new Set([...places.files, ...places.folders.flatMap(listFolder(places))])].sort();
}

/** What of ambient files is remembered. */
export function hashAmbientFiles(places: OwnPlaces, texts: ReadonlyMap<string, string>): AmbientFiles {
  return { places, hashes: Object.fromEntries([...texts].map(([path, text]) => [path, sha256(text)])) };
}

/**
 * True while the same files say the same.
 *
 * @param unchanged absolute paths of files that are known to be as they were: they need not be read
 */
export function areAsRead({ places, hashes }: AmbientFiles, unchanged: ReadonlySet<string>): boolean {
  const before = Object.keys(hashes).filter((path) => !unchanged.has(path));
  const now = ambientOf(listOwn(places).filter((path) => !unchanged.has(path)));
  return now.size === before.length && [...now].every(([path, text]) => hashes[path] === sha256(text));
}

/** True for a text that may declare something for other files. */
export function isAmbient(path: string, text: string): boolean {
  if (/\bdeclare\s+(?:global|module)\b|\bexport\s+as\s+namespace\b/u.test(text)) return true;
  const isDeclarations = /\.d\.[cm]?ts$/u.test(path);
  const code = isDeclarations ? text.replace(/\/\*[^]*?\*\//gu, '') : text;
  if (/^\s*(?:import|export)\b/mu.test(code)) return false;
  return isDeclarations || /\b(?:interface|type|enum|class|namespace)\s+\S/u.test(text);
}

function listFolder({ outputs }: OwnPlaces): (place: OwnPlaces['folders'][number]) => readonly string[] {
  return ([folder, deep]) => {
    const written = outputs
      .map((output) => relative(folder, output).replaceAll('\\', '/'))
      .filter((path) => path !== '' && !path.startsWith('..'));
    const found = globSync([deep ? '**/*.{ts,tsx,mts,cts}' : '*.{ts,tsx,mts,cts}'], {
      cwd: folder,
      ignore: [
        '**/node_modules/**',
        '**/*.gen.{ts,mts,cts}',
        ...written.map((path) => `${path.replaceAll(/[$()*+?[\]{|}!@]/gu, '\\$&')}/**`),
      ],
      expandDirectories: false,
    });
    return found.map((path) => resolve(folder, path).replaceAll('\\', '/'));
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
