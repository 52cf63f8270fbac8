import path from 'node:path';
import { includesOf, compiles } from '../config/compiled-files.js';
import { compilerPath } from '../config/compiler-option.js';
import { disturbsOutput, isWithin } from './compiled-config.js';

/** Where the files of a first signature go, so that a project that compiled goes on to. */
export interface ScaffoldPlaces {
  /** Of the sources, relative to the project, with `/`: `src`; empty for the project's folder. */
  readonly sources: string;
  /** The compiler does not see a `.mjs`, unless it reads JavaScript too. */
  readonly config: 'sigil.config.ts' | 'sigil.config.mjs';
  /** The configuration has to be taken out of the tsconfig: the compiler would see it under any name. */
  readonly isExcluded: boolean;
}

/**
 * @param root absolute path of the project
 * @param tsconfig absolute path
 */
export function choosePlaces(root: string, tsconfig: string): ScaffoldPlaces {
  const disturbs = (name: string): boolean => disturbsOutput(tsconfig, path.join(root, name));
  const isExcluded = disturbs('sigil.config.ts') && disturbs('sigil.config.mjs');
  return {
    sources: path.relative(root, sourceFolder(root, tsconfig)).split(path.sep).join('/'),
    config: disturbs('sigil.config.ts') && !isExcluded ? 'sigil.config.mjs' : 'sigil.config.ts',
    isExcluded,
  };
}

/** `src` where the tsconfig compiles it, else its `rootDir`, else the first folder that it includes. */
function sourceFolder(root: string, tsconfig: string): string {
  const beside = path.dirname(tsconfig);
  const usual = path.join(beside, 'src');
  const rootDir = compilerPath(tsconfig, 'rootDir');
  const fits = (folder: string): boolean =>
    isWithin(root, folder) && (rootDir === undefined || isWithin(rootDir, folder));
  const folders = [usual, ...(rootDir === undefined ? [] : [rootDir]), ...includesOf(tsconfig).map(folderOf)];
  const possible = folders.filter(fits);
  return (
    possible.find((folder) => compiles(tsconfig, path.join(folder, 'review.ts'))) ?? possible[0] ?? usual
  );
}

/** The part of a glob before its first wildcard. */
function folderOf(glob: string): string {
  const parts = glob.split('/');
  const wild = parts.findIndex((part) => /[*?]/u.test(part));
  if (wild >= 0) return parts.slice(0, wild).join('/');
  return path.extname(glob) === '' ? glob : path.dirname(glob);
}
