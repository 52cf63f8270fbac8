import type { Stats } from 'node:fs';
import path from 'node:path';
import type { Plan } from '@sigil/codegen';
import { configNames } from '../project/locate-project.js';

/** What of a project is watched. */
export interface WatchedFiles {
  /** Of the project, absolute. */
  readonly root: string;
  /** Folders and files, absolute. */
  readonly paths: readonly string[];
  /** Folders of the project in which a source may come or go, absolute. */
  readonly folders: readonly string[];
  /** True for what is not looked at. */
  ignores(file: string, stats?: Stats): boolean;
}

/**
 * The sources that the patterns of a project match, tuned files, the configuration of the project and of its compiler, and
 * every file that types were read from, and the folders of the compiler configuration, where a file may come that says
 * something about them. Of what the generator writes only whether it is there.
 *
 * @param read absolute paths of the files that were read
 */
export function watchedFiles(
  { root, inputs }: Pick<Plan, 'root' | 'inputs'>,
  read: Iterable<string>,
): WatchedFiles {
  const single = new Set([...read, ...configNames.map((name) => path.join(root, name))]);
  const folders = [
    ...inputs.include.map((pattern) => path.resolve(root, fixedPart(pattern))),
    ...inputs.ambient.places.folders.map(([folder]) => folder).filter((folder) => isIn(folder, root)),
  ];
  const around = new Set([...single].map((file) => path.dirname(file)));
  const own = [...around].filter((folder) => isIn(folder, root) && !folder.includes('node_modules'));
  return {
    root,
    folders: [...new Set([root, ...folders, ...own])],
    // The root, since a folder or a file that is not there yet cannot be watched itself; and what lies elsewhere, in it
    // or outside.
    paths: [
      root,
      ...[...single].filter((file) => !isConfig(file, root) && !folders.some((folder) => isIn(file, folder))),
    ],
    ignores(file, stats) {
      if (single.has(file)) return false;
      const name = path.basename(file);
      if (name === 'node_modules' || name === 'dist' || (name.startsWith('.') && file !== root)) return true;
      const isBelow = folders.some((folder) => isIn(file, folder));
      if (stats?.isFile() === true) return !(isConfig(file, root) || (isBelow && isInput(name)));
      // Before it is known what it is, anything may be a folder on the way.
      const isOnTheWay = [...folders, ...around].some((folder) => isIn(folder, file));
      return !isBelow && !isOnTheWay && !isConfig(file, root);
    },
  };
}

/** `src` of `src/**\/*.ts`. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const end = parts.findIndex((part) => /[*?{}()[\]!]/u.test(part));
  return end === -1 ? path.posix.dirname(pattern) : parts.slice(0, end).join('/');
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}

function isInput(name: string): boolean {
  return /\.[cm]?tsx?$/u.test(name) || name.endsWith('.opt.json');
}

/** True for what the generator writes. */
export function isOutput(file: string): boolean {
  return /\.gen\.[cm]?ts$/u.test(file);
}

/** True for files that say how the project is configured. */
export function isConfig(file: string, root: string): boolean {
  const name = path.basename(file);
  const isCompilers = /^tsconfig(?:\..*)?\.json$/u.test(name) || name === 'package.json';
  return path.dirname(file) === root && (configNames.includes(name) || isCompilers);
}
