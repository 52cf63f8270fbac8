import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { compilerOption } from './compiler-option.js';
import { member, readIfThere, readJsonText } from './read-json.js';

/** A tsconfig of a project. */
export interface ChosenTsconfig {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Decorators are already on, in the file or in what it extends; or they are switched off by hand. */
  readonly decided: boolean;
}

/**
 * The tsconfig that covers `src`. A solution-style `tsconfig.json` (no files of its own, only references, as in the
 * Vite templates) is left alone for the referenced one.
 *
 * @returns undefined when there is no `tsconfig.json`, or it is not JSON
 */
export function chooseTsconfig(root: string): ChosenTsconfig | undefined {
  const file = 'tsconfig.json';
  const text = readIfThere(path.join(root, file));
  const config = text === undefined ? undefined : readJsonText(text);
  if (text === undefined || config === undefined) return undefined;
  const covering = isSolution(config)
    ? referenced(root, config).find((each) => coversSource(each.config))
    : undefined;
  if (covering !== undefined) return describe(root, covering.file, covering.text);
  return describe(root, file, text);
}

function isSolution(config: unknown): boolean {
  const files = member(config, 'files');
  const references = member(config, 'references');
  const ownFiles =
    member(config, 'include') !== undefined || (Array.isArray(files) ? files.length > 0 : true);
  return !ownFiles && Array.isArray(references) && references.length > 0;
}

function referenced(
  root: string,
  config: unknown,
): readonly { file: string; text: string; config: unknown }[] {
  const references = member(config, 'references');
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference) => {
    const target = member(reference, 'path');
    if (typeof target !== 'string') return [];
    const at = path.resolve(root, target);
    const full = existsSync(at) && statSync(at).isDirectory() ? path.join(at, 'tsconfig.json') : at;
    const text = readIfThere(full);
    const found = text === undefined ? undefined : readJsonText(text);
    if (text === undefined || found === undefined) return [];
    return [{ file: path.relative(root, full).split(path.sep).join('/'), text, config: found }];
  });
}

function coversSource(config: unknown): boolean {
  const include = member(config, 'include');
  if (!Array.isArray(include)) return !Array.isArray(member(config, 'files'));
  return include.some((glob) => typeof glob === 'string' && /^(\.\/)?(src\b|\*)/.test(glob));
}

function describe(root: string, file: string, text: string): ChosenTsconfig {
  return {
    file,
    text,
    decided: compilerOption(path.join(root, file), 'experimentalDecorators') !== undefined,
  };
}
