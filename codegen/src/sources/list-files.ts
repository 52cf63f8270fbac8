import { globSync } from 'tinyglobby';
import { isGeneratedPath } from './source-paths.js';

/** Where signatures are looked for unless the configuration says otherwise. */
export const DEFAULT_INCLUDE = ['src/**/*.{ts,tsx,mts,cts}'] as const;

/** Files of a project that the generator reads or writes, relative to its root, sorted by code unit. */
export interface ProjectFiles {
  readonly sources: readonly string[];
  readonly generated: readonly string[];
  readonly tuned: readonly string[];
}

/**
 * Lists what the patterns match: sources, and beside them generated files and tuned files.
 *
 * @param root absolute
 * @param include glob patterns of sources, relative to the root
 */
export function listFiles(root: string, include: readonly string[]): ProjectFiles {
  const beside = include.map((pattern) =>
    pattern.replace(/\.(?:[cm]?tsx?|\{[^{}]*\}|\*)$/u, '{.opt.json,.*.opt.json}'),
  );
  const found = globSync([...include, ...beside], {
    cwd: root,
    ignore: ['**/node_modules/**', '**/dist/**', '**/*.d.ts', '**/*.d.mts', '**/*.d.cts'],
    expandDirectories: false,
  });
  const paths = [...new Set(found.map((path) => path.replaceAll('\\', '/')))].sort();
  return {
    sources: paths.filter((path) => /\.[cm]?tsx?$/u.test(path) && !isGeneratedPath(path)),
    generated: paths.filter((path) => isGeneratedPath(path)),
    tuned: paths.filter((path) => path.endsWith('.opt.json')),
  };
}
