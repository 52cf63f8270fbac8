import type { JsonValue } from '@sigil/spec';
import { generatorId } from './generator-id.js';
import { NO_AMBIENT_FILES, type AmbientFiles } from '../sources/ambient-files.js';
import type { KnownSource, KnownSources } from './known-sources.js';
import { readCache, valuesKey, writeCache } from './memory.js';
import type { SourceYield } from './source-yield.js';

const NAME = 'sources.json';

/** As it is kept: every path and hash once. */
interface SourceMemory {
  readonly generator: string;
  readonly values: string;
  readonly files: readonly (readonly [path: string, hash: string | null])[];
  readonly sources: readonly RememberedSource[];
  readonly ambient: AmbientFiles;
}

interface RememberedSource extends SourceYield {
  readonly file: string;
  /** Places in the list of files. */
  readonly behind: readonly number[];
}

/**
 * The sources that the last run of the generator left behind. None where there is no memory, or one of another version
 * or for other settings.
 *
 * @param root absolute
 * @param tsconfig as the plan is given it
 * @example
 * ```ts
 * const planned = await plan({ root, adapters: [chatAdapter], known: knownSources(root, { adapter: 'chat/1' }) });
 * ```
 */
export function knownSources(root: string, values: JsonValue, tsconfig?: string): KnownSources {
  const memory = readCache(root, NAME);
  if (!isSourceMemory(memory)) return new Map();
  if (memory.generator !== generatorId() || memory.values !== settingsKey(values, tsconfig)) return new Map();
  const { files, ambient } = memory;
  return new Map(
    memory.sources.map(({ file, behind, ...given }): [string, KnownSource] => [
      file,
      {
        ...given,
        ambient,
        files: new Map(behind.flatMap((at) => (files[at] === undefined ? [] : [files[at]]))),
      },
    ]),
  );
}

/** @returns false where it cannot be written */
export function writeSources(
  root: string,
  values: JsonValue,
  tsconfig: string | undefined,
  known: KnownSources,
): boolean {
  const places = new Map<string, number>();
  const files: [string, string | null][] = [];
  const sources = [...known].map(([file, { files: behind, signatures, programs, warnings }]) => ({
    signatures,
    programs,
    warnings,
    file,
    behind: [...behind].map(([path, hash]) => {
      const at = places.get(path) ?? files.length;
      if (at === files.length) files.push([path, hash]);
      places.set(path, at);
      return at;
    }),
  }));
  const memory: SourceMemory = {
    generator: generatorId(),
    values: settingsKey(values, tsconfig),
    files,
    sources,
    // The same for all of one plan.
    ambient: [...known.values()][0]?.ambient ?? NO_AMBIENT_FILES,
  };
  return writeCache(root, NAME, memory);
}

function settingsKey(values: JsonValue, tsconfig: string | undefined): string {
  return valuesKey({ values, tsconfig: tsconfig ?? null });
}

function isSourceMemory(value: unknown): value is SourceMemory {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'generator' in value &&
    'values' in value &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every(Array.isArray) &&
    'sources' in value &&
    Array.isArray(value.sources) &&
    value.sources.every(isSource) &&
    'ambient' in value
  );
}

function isSource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'file' in value &&
    'behind' in value &&
    Array.isArray(value.behind) &&
    value.behind.length > 0 &&
    'signatures' in value &&
    Array.isArray(value.signatures) &&
    'programs' in value &&
    Array.isArray(value.programs) &&
    'warnings' in value &&
    Array.isArray(value.warnings)
  );
}
