import { isAmbient } from '../sources/ambient-files.js';
import type { ParsedFiles } from './parsed-files.js';
import { ts } from './ts-morph.js';

type ResolveModules = NonNullable<ts.CompilerHost['resolveModuleNameLiterals']>;

/** Where imports lead, as far as types need it. */
export interface ModuleResolver {
  readonly resolve: ResolveModules;
  /** Files about which others say more, and which are not open: nothing else needs them so far. */
  readonly passedOver: ReadonlySet<string>;
}

/** What a resolver knows of the project. */
export interface ResolverSetup {
  readonly host: ts.CompilerHost;
  readonly packages: ts.ModuleResolutionCache;
  readonly kept: ParsedFiles;
  /** What stands for the package `sigil`. */
  readonly standIn: string;
  /** Files that are open: what is said about them counts. */
  readonly opened: ReadonlySet<string>;
}

/** Resolves what can matter to the type of a field, and nothing else. */
export function moduleResolver({ host, packages, kept, standIn, opened }: ResolverSetup): ModuleResolver {
  const passedOver = new Set<string>();
  const resolve: ResolveModules = (literals, containingFile, _redirected, resolving, source) => {
    const { needed, effects, augmented } = kept.modulesOf(source);
    const names = literals.map(({ text }) => text);
    const mode = source.impliedNodeFormat ?? ts.ModuleKind.ESNext;
    const resolved = names.map((name): ts.ResolvedModuleWithFailedLookupLocations => {
      if (name === 'sigil')
        return { resolvedModule: { resolvedFileName: standIn, extension: ts.Extension.Dts } };
      const isKnown = needed.has(name) || effects.has(name) || augmented.has(name);
      if (isNeverRead(name, source) || !isKnown) return NOWHERE;
      const found = ts.resolveModuleName(name, containingFile, resolving, host, packages, undefined, mode);
      const file = found.resolvedModule?.resolvedFileName;
      if (needed.has(name) || file === undefined || opened.has(file)) return found;
      if (effects.has(name) && saysMore(file, host)) return found;
      if (augmented.has(name)) passedOver.add(file);
      return NOWHERE;
    });
    // The stand-in is no file that could come or go.
    kept.note(
      containingFile,
      resolved.filter((_, at) => names[at] !== 'sigil'),
    );
    return resolved;
  };
  return { resolve, passedOver };
}

const NOWHERE: ts.ResolvedModuleWithFailedLookupLocations = { resolvedModule: undefined };

function isNeverRead(name: string, source: ts.SourceFile): boolean {
  // In a declaration file the artifact's type says what the decorators would.
  const isGenerated = !source.isDeclarationFile && /\.gen(?:\.[cm]?[jt]s)?$/u.test(name);
  return isGenerated || /^zod(?:\/|$)/u.test(name) || name === 'sigil/zod';
}

/** Whether a file that is imported for what it does may say something about types, or imports one that may. */
function saysMore(file: string, host: ts.CompilerHost): boolean {
  const text = host.readFile(file);
  return text !== undefined && (isAmbient(file, text) || /^\s*import\s*['"]/mu.test(text));
}
