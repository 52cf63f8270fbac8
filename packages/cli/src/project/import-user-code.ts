import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '@sigil/spec';

/** Imports modules of the user's project, TypeScript with decorators included. */
export interface UserCode {
  /**
   * The exports of a module.
   *
   * @param file absolute path
   * @throws UsageError when the module cannot be loaded, with the reason as its cause
   */
  importFile(file: string): Promise<Readonly<Record<string, unknown>>>;
  /** The same for a package that the project has installed. @returns undefined where it has not */
  importPackage(name: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/**
 * Loads user code with tsx, which runs both kinds of decorators as the tsconfig says. Both of tsx's loaders are
 * needed: files of a package without `"type": "module"` go through the second.
 *
 * @param tsconfig absolute path; undefined where the project has none
 */
export async function userCode(root: string, tsconfig: string | undefined): Promise<UserCode> {
  // The CommonJS loader of tsx takes its tsconfig from here only, at import.
  if (tsconfig !== undefined) process.env['TSX_TSCONFIG_PATH'] = tsconfig;
  const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  esm.register({ tsconfig: tsconfig ?? false });
  cjs.register();
  const require = createRequire(path.join(root, 'package.json'));
  return {
    importFile: (file) => importModule(file, path.relative(root, file)),
    async importPackage(name) {
      const found = resolveOrUndefined(require, name);
      return found === undefined ? undefined : importModule(found, name);
    },
  };
}

async function importModule(file: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const found: unknown = await import(pathToFileURL(file).href);
    return exportsOf(found);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot load ${name}: ${firstLine(reason)}`, { cause });
  }
}

/** A CommonJS module shows its exports under `default` only, when Node cannot tell them beforehand. */
function exportsOf(module: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(module)) return {};
  const inner = module['default'];
  return isRecord(inner) && inner['__esModule'] === true ? { ...module, ...inner } : module;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
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

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
