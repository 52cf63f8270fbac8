import { join } from 'node:path';
import { ts } from './ts-morph.js';

/**
 * The packages that a compiler configuration names under `types`: what they declare is known everywhere. Only their
 * first files are looked at: those that only refer to others are libraries, as the one of Node.
 *
 * @returns texts by absolute path
 */
export function typesPackages(
  root: string,
  options: ts.CompilerOptions,
  host: ts.ModuleResolutionHost,
): ReadonlyMap<string, string> {
  const from = join(root, 'inferred.ts');
  const files = (options.types ?? []).flatMap((name) => {
    const found = ts.resolveTypeReferenceDirective(name, from, options, host);
    return found.resolvedTypeReferenceDirective?.resolvedFileName ?? [];
  });
  return new Map(
    files.flatMap((file) => {
      const text = host.readFile(file);
      return text === undefined || text.includes('<reference path=') ? [] : [[file, text] as const];
    }),
  );
}
