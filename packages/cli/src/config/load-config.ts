import path from 'node:path';
import type { LoadConfigOptions } from 'c12';
import { checkConfig, requireObject } from './check-config.js';
import type { SigilConfig } from './sigil-config.js';

/** What c12 uses of its own loader. */
type Loader = NonNullable<LoadConfigOptions['jiti']>;

/**
 * Reads `sigil.config.*`. An `extends` in it names another config file, whose values its own replace.
 *
 * @param file absolute path
 * @param importFile runs it: TypeScript, with the decorators of what it imports
 * @throws UsageError when it cannot be loaded or says something unknown
 */
export async function loadConfig(
  file: string,
  importFile: (file: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<SigilConfig> {
  const { loadConfig: load } = await import('c12');
  const shown = path.basename(file);
  // c12 brings jiti, which crashes on decorated fields; of it, c12 calls `import` only.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of jiti's interface is never used
  const jiti = {
    import: async (id: string) => defaultOf(await importFile(id), path.basename(id)),
  } as unknown as Loader;
  const { config } = await load<Record<string, unknown>>({
    name: 'sigil',
    cwd: path.dirname(file),
    configFile: shown,
    rcFile: false,
    packageJson: false,
    giget: false,
    envName: false,
    jiti,
    // The first that says something counts. c12's own merge would copy the parts of a language model.
    merger: (...sources) => {
      const merged: Record<string, unknown> = {};
      for (const source of sources.toReversed()) Object.assign(merged, source);
      return merged;
    },
  });
  checkConfig(config, shown);
  return config;
}

function defaultOf(exports: Readonly<Record<string, unknown>>, file: string): unknown {
  const value = exports['default'];
  // c12 takes a function too, and calls it; of anything else it would make an empty configuration.
  if (typeof value !== 'function') requireObject(value, file);
  return value;
}
