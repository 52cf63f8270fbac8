import path from 'node:path';
import { compilerOption, resolveIn, tsconfigSetting } from './compiler-option.js';

const typescript = ['.ts', '.tsx', '.mts', '.cts'];
const javascript = ['.js', '.jsx', '.mjs', '.cjs'];

/**
 * Whether a tsconfig takes a file in by itself: by `files`, `include` and `exclude`, its own or inherited.
 *
 * @param tsconfig absolute path
 * @param file absolute path; it need not be there
 */
export function compiles(tsconfig: string, file: string): boolean {
  const files = pathsOf(tsconfig, 'files');
  if (files?.includes(file) === true) return true;
  const allowsJs = [compilerOption(tsconfig, 'allowJs'), compilerOption(tsconfig, 'checkJs')].includes(true);
  if (![...typescript, ...(allowsJs ? javascript : [])].includes(path.extname(file))) return false;
  const excluded = pathsOf(tsconfig, 'exclude') ?? [];
  return (
    includesOf(tsconfig).some((glob) => pattern(inFull(glob), '$').test(file)) &&
    !excluded.some((glob) => pattern(glob.replace(/\/\*\*$/u, ''), '(?:/.*)?$').test(file))
  );
}

/** The globs of the files that a tsconfig takes in, absolute: everything beside it unless it says more. */
export function includesOf(tsconfig: string): readonly string[] {
  const all = pathsOf(tsconfig, 'files') === undefined ? [path.join(path.dirname(tsconfig), '**/*')] : [];
  return pathsOf(tsconfig, 'include') ?? all;
}

function pathsOf(tsconfig: string, name: 'files' | 'include' | 'exclude'): readonly string[] | undefined {
  const setting = tsconfigSetting(tsconfig, [name]);
  if (setting === undefined || !Array.isArray(setting.value)) return undefined;
  return setting.value
    .filter((each) => typeof each === 'string')
    .map((each) => resolveIn(tsconfig, setting.folder, each));
}

/** A last name without a wildcard and an extension is a folder, and means everything in it. */
function inFull(glob: string): string {
  const last = path.basename(glob);
  if (last === '**') return `${glob}/*`;
  return /[*?.]/u.test(last) ? glob : `${glob}/**/*`;
}

/** @param end what may follow, as a regular expression */
function pattern(glob: string, end: string): RegExp {
  const parts = glob.split('/');
  const text = parts.map((part, at) => {
    if (part === '**') return '(?:[^/]+/)*';
    const name = part
      .replaceAll(/[$()+.[\\\]^{|}]/gu, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]');
    return at < parts.length - 1 ? `${name}/` : name;
  });
  return new RegExp(`^${text.join('')}${end}`, 'u');
}
