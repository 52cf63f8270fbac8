import type { ProjectFiles } from '../sources/list-files.js';
import { generatedPath, stem } from '../sources/source-paths.js';
import { unchangedSources, type KnownSources } from './known-sources.js';

/**
 * Those of the sources that need not be read: they would give what is known of them.
 *
 * @param texts of the sources, by path relative to the root
 * @param files of the project
 */
export function reusableSources(
  known: KnownSources,
  texts: ReadonlyMap<string, string>,
  files: ProjectFiles,
): KnownSources {
  if (known.size === 0 || [...texts.values()].some(declaresForAll)) return new Map();
  const owners = new Map<string, number>();
  for (const path of texts.keys()) {
    const generated = generatedPath(path);
    owners.set(generated, (owners.get(generated) ?? 0) + 1);
  }
  const alone = [...texts.keys()].filter((path) => owners.get(generatedPath(path)) === 1);
  const tuned = tunedSources(files);
  return unchangedSources(
    known,
    alone.filter((path) => !tuned.has(path)),
  );
}

/** Sources that a tuned file stands beside: what they give depends on more than files. */
export function tunedSources({ sources, tuned }: ProjectFiles): ReadonlySet<string> {
  if (tuned.length === 0) return new Set();
  return new Set(sources.filter((path) => tuned.some((file) => file.startsWith(`${stem(path)}.`))));
}

/** Declarations that every other file sees without importing them. */
function declaresForAll(text: string): boolean {
  return /\bdeclare\s+(?:global|module)\b/u.test(text);
}
