import { resolve } from 'node:path';
import { areAsRead } from '../sources/ambient-files.js';
import type { ProjectFiles } from '../sources/list-files.js';
import { generatedPath, partsOfId, tunedFileNames } from '../sources/source-paths.js';
import { unchangedSources, type KnownSource, type KnownSources } from './known-sources.js';
import { tunedClasses, type SourceYield, type YieldedProgram } from './source-yield.js';

/**
 * Those of the sources that need not be read: they would give what is known of them.
 *
 * @param root absolute
 * @param texts of the candidates among the sources, by path relative to the root
 * @param files of the project
 */
export function reusableSources(
  root: string,
  known: KnownSources,
  texts: ReadonlyMap<string, string>,
  files: ProjectFiles,
): KnownSources {
  const [before] = known.values();
  if (before === undefined) return new Map();
  const owners = new Map<string, number>();
  for (const path of texts.keys()) {
    const generated = generatedPath(path);
    owners.set(generated, (owners.get(generated) ?? 0) + 1);
  }
  const alone = [...texts.keys()].filter((path) => owners.get(generatedPath(path)) === 1);
  const same = unchangedSources(known, alone);
  const unchanged = new Set([...same.values()].flatMap((source) => [...source.files.keys()]));
  if (!areAsRead(before.ambient, unchanged)) return new Map();
  const whole = [...same].filter(([, source]) => hasItsTunedFiles(root, source, files.tuned));
  return withSignatures(new Map(whole), texts);
}

/** A program is known as long as the sources of its signatures are, which may hold programs themselves. */
function withSignatures(known: KnownSources, texts: ReadonlyMap<string, string>): KnownSources {
  const left = [...known].filter(([, { programs }]) => programs.every((one) => isMade(one, known, texts)));
  return left.length === known.size ? known : withSignatures(new Map(left), texts);
}

/** Paths of the tuned files that decide what a source gives, relative to the root. */
export function tunedFilesBehind(source: SourceYield, tuned: readonly string[]): readonly string[] {
  if (tuned.length === 0) return [];
  const names = new Set(tunedClasses(source).flatMap((id) => tunedFileNames(...partsOfId(id))));
  return tuned.filter((path) => names.has(path));
}

/** False where one came or went. */
function hasItsTunedFiles(root: string, source: KnownSource, tuned: readonly string[]): boolean {
  const now = tunedFilesBehind(source, tuned).map((path) => resolve(root, path));
  const before = [...source.files.keys()].filter((path) => path.endsWith('.opt.json'));
  return now.length === before.length && now.every((path) => source.files.has(path));
}

/** True for a program whose signatures are known, as far as the project had them. */
function isMade({ uses }: YieldedProgram, known: KnownSources, texts: ReadonlyMap<string, string>): boolean {
  return Object.entries(uses).every(([id, wasThere]) => {
    const [file] = partsOfId(id);
    const source = known.get(file);
    if (source === undefined) return !wasThere && !texts.has(file);
    return source.signatures.some((spec) => spec.id === id) === wasThere;
  });
}
