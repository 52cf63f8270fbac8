import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CompiledPrograms } from './compile-programs.js';
import type { CompiledSource } from './compile-source.js';
import { isGenerated, printFile } from './emit/print-file.js';
import type { ProjectFiles } from './sources/list-files.js';
import { generatedPath } from './sources/source-paths.js';
import { isCode } from './write/is-code.js';
import { orphan, planFile, type PlannedFile } from './write/planned-file.js';

/** A source that was compiled. */
export type CompiledFile = CompiledSource &
  CompiledPrograms & {
    /** Relative to the root. */
    readonly file: string;
  };

/** The sources of a plan, all by their paths relative to the root. */
export interface PlannedSources {
  readonly compiled: readonly CompiledFile[];
  /** Those that were not read, and have a generated file. */
  readonly unchanged: readonly string[];
  /** All that have one, or may have. */
  readonly expected: readonly string[];
}

/** The generated files of a project as they are and as they should be, in the order of the sources, and the orphans. */
export function planFiles(
  root: string,
  files: ProjectFiles,
  { compiled, unchanged, expected }: PlannedSources,
): readonly PlannedFile[] {
  const planned = new Map<string, PlannedFile>(
    unchanged.map((file) => [file, unchangedFile(root, generatedPath(file))]),
  );
  for (const source of compiled) {
    const { file, signatures, programs, diagnostics } = source;
    if (signatures.length + programs.length + diagnostics.length > 0)
      planned.set(file, planSource(root, source));
  }
  return [
    ...files.sources.flatMap((file) => planned.get(file) ?? []),
    ...orphans(root, files.generated, expected),
  ];
}

function planSource(root: string, { file, signatures, programs }: CompiledFile): PlannedFile {
  const path = generatedPath(file);
  return planFile(path, printFile(file, signatures, programs), textOf(root, path));
}

/** Files that the generator wrote and would not write any more. */
function orphans(
  root: string,
  generated: readonly string[],
  sources: readonly string[],
): readonly PlannedFile[] {
  const expected = new Set(sources.map(generatedPath));
  return generated
    .filter((path) => !expected.has(path))
    .map((path) => ({ path, text: textOf(root, path) ?? '' }))
    .filter(({ text }) => isGenerated(text))
    .map(({ path, text }) => orphan(path, text));
}

/** The generated file of a source that was not read: its bytes are as they were left. */
function unchangedFile(root: string, path: string): PlannedFile {
  const text = textOf(root, path) ?? '';
  return { path, status: 'fresh', text, previous: text, changes: [] };
}

/** The text of a file, or undefined when there is none. */
export function textOf(root: string, path: string): string | undefined {
  try {
    return readFileSync(resolve(root, path), 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
