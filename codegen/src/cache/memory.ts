import { FolderError, makeFolder } from '@sigil/files';
import { canonicalJson } from '@sigil/hash';
import type { JsonValue } from '@sigil/spec';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AmbientFiles } from '../sources/ambient-files.js';
import type { Diagnostic } from '../rules/diagnostic.js';
import type { TunedWarning } from '../state/tuned-warning.js';

/** What a run left behind: every file that decided its result, with its hash. */
export interface Memory {
  /** Of this record and of the generator. */
  readonly generator: string;
  readonly values: string;
  readonly include: readonly string[];
  /** What `include` matched, and everything else that was read; by absolute path. `null` for a file that was not there. */
  readonly matched: Readonly<Record<string, string | null>>;
  readonly others: Readonly<Record<string, string | null>>;
  readonly ambient: AmbientFiles;
  readonly remarks: Remarks;
}

/** What a run had to say, and says again as long as nothing changes. */
export interface Remarks {
  readonly diagnostics: readonly Diagnostic[];
  readonly warnings: readonly TunedWarning[];
}

const NAME = 'generate.json';

/** The text by which values are compared. */
export function valuesKey(values: JsonValue): string {
  return canonicalJson(values);
}

/** The memory of a project, or undefined when it has none that can be read. */
export function readMemory(root: string): Memory | undefined {
  const value = readCache(root, NAME);
  return isMemory(value) ? value : undefined;
}

/** @returns false where it cannot be written: then the next run reads everything again */
export function writeMemory(root: string, memory: Memory): boolean {
  return writeCache(root, NAME, memory);
}

/** What stands in a file of the cache; undefined where there is none, or nonsense, or that of a copied project. */
export function readCache(root: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(cachePath(root, name), 'utf8'));
    return isKept(value) && value.root === root ? value.kept : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** @returns false where it cannot be written */
export function writeCache(root: string, name: string, value: object): boolean {
  const path = cachePath(root, name);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(path));
    // The paths inside are absolute: in a copy of the project they would still be those of the first one.
    writeFileSync(draft, JSON.stringify({ root, kept: value }));
    renameSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof FolderError) return false;
    if (!(error instanceof Error && 'code' in error)) throw error;
    removeDraft(draft);
    return false;
  }
}

function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // The folder cannot be written at all.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Where the cache of a project is kept. Never committed. */
function cachePath(root: string, name: string): string {
  return join(root, 'node_modules', '.cache', 'sigil', name);
}

function isKept(value: unknown): value is { readonly root: unknown; readonly kept: unknown } {
  return typeof value === 'object' && value !== null && 'root' in value && 'kept' in value;
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false;
  const keys = ['generator', 'values', 'include', 'matched', 'others', 'ambient', 'remarks'];
  return keys.every((key) => key in value) && 'include' in value && Array.isArray(value.include);
}
