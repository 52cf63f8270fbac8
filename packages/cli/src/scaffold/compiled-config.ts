import path from 'node:path';
import { compilerOption, compilerPath } from '../config/compiler-option.js';
import { compiles } from '../config/compiled-files.js';

/** True for a file that a tsconfig compiles although it is not under its `rootDir`, which is an error (TS6059). */
export function isOutsideRootDir(tsconfig: string, file: string): boolean {
  const rootDir = compilerPath(tsconfig, 'rootDir');
  return rootDir !== undefined && !isWithin(rootDir, file) && compiles(tsconfig, file);
}

/**
 * True where a file in the project's folder must not be compiled: it is not under `rootDir`; or nothing says what is the
 * root of the sources, and TypeScript 5 takes it from the files, so that all output would move: `dist/src/a.js`.
 */
export function disturbsOutput(tsconfig: string, file: string): boolean {
  if (isOutsideRootDir(tsconfig, file)) return true;
  const option = (name: string): unknown => compilerOption(tsconfig, name);
  const guessed = option('rootDir') === undefined && option('composite') !== true;
  const emits = option('outDir') !== undefined && option('noEmit') !== true;
  return guessed && emits && compiles(tsconfig, file);
}

/** @returns true for a file in the folder or in one below it */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
