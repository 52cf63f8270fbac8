import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '@sigil/spec';

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Imports modules of the user's project, TypeScript with decorators included. */
export interface UserCode {
  /**
   * The exports of a module.
   *
   * @param file absolute path
   * @throws UsageError when the module cannot be loaded, with the reason as its cause
   */
  readonly importFile: (file: string) => Promise<Exports>;
  /** The same for a package that the project has installed. @returns undefined where it has not */
  readonly importPackage: (name: string) => Promise<Exports | undefined>;
  /** Absolute paths of the project's own modules that were imported so far. */
  readonly imported: () => readonly string[];
}

/**
 * Loads user code with tsx, which runs both kinds of decorators as the tsconfig says. Nothing is loaded before the
 * first import.
 *
 * @param root folder of the project
 * @param tsconfig relative to the root; undefined where the project has none
 * @param fresh runs modules anew that this process imported before, for one that goes on when they change
 */
export function userCode(root: string, tsconfig: string | undefined, fresh = false): UserCode {
  let ready: Promise<void> | undefined;
  const urls = new Set<string>();
  const config = tsconfig === undefined ? undefined : path.join(root, tsconfig);
  const load = async (url: string): Promise<unknown> => {
    const onImport = (imported: string) => urls.add(imported);
    if (fresh) return importAnew(url, config, onImport);
    await (ready ??= startTsx(config, onImport));
    return import(url);
  };
  const importFile = async (file: string, name = path.relative(root, file)): Promise<Exports> => {
    try {
      return exportsOf(await load(pathToFileURL(file).href));
    } catch (cause) {
      throw new UsageError(`Cannot load ${name}: ${firstLine(cause)}`, { cause });
    }
  };
  return {
    importFile: (file) => importFile(file),
    async importPackage(name) {
      const found = resolveOrUndefined(createRequire(path.join(root, 'package.json')), name);
      return found === undefined ? undefined : importFile(found, name);
    },
    imported: () =>
      [...urls]
        .filter((url) => url.startsWith('file:') && !url.includes('/node_modules/'))
        .map((url) => fileURLToPath(url.split('?', 1)[0] ?? url)),
  };
}

/** Each call has modules of its own. */
async function importAnew(
  url: string,
  tsconfig: string | undefined,
  onImport: (url: string) => void,
): Promise<unknown> {
  const { tsImport } = await import('tsx/esm/api');
  const found: unknown = await tsImport(url, {
    parentURL: import.meta.url,
    tsconfig: tsconfig ?? false,
    onImport,
  });
  return found;
}

/** Both loaders are needed: files of a package without `"type": "module"` go through the second. */
async function startTsx(tsconfig: string | undefined, onImport: (url: string) => void): Promise<void> {
  // The CommonJS loader takes its tsconfig from here only, when it is imported.
  if (tsconfig !== undefined) process.env['TSX_TSCONFIG_PATH'] = tsconfig;
  const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  esm.register({ tsconfig: tsconfig ?? false, onImport });
  cjs.register();
}

/** A CommonJS module shows its exports under `default` only, where Node cannot tell them beforehand. */
function exportsOf(module: unknown): Exports {
  if (!isRecord(module)) return {};
  const inner = module['default'];
  return isRecord(inner) && inner['__esModule'] === true ? { ...module, ...inner } : module;
}

function isRecord(value: unknown): value is Exports {
  return typeof value === 'object' && value !== null;
}

function resolveOrUndefined(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
