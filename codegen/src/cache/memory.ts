import { canonicalJson } from '@sigil/hash';
import type { JsonValue } from '@sigil/spec';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a run left behind: every file that decided its result, with its hash. */
export interface Memory {
  /** Of this record and of the generator. */
  readonly generator: string;
  readonly values: string;
  readonly include: readonly string[];
  /** What `include` matched, and everything else that was read; by absolute path. `null` for a file that was not there. */
  readonly matched: Readonly<Record<string, string | null>>;
  readonly others: Readonly<Record<string, string | null>>;
}

/** Where the memory of a project is kept. Never committed. */
function memoryPath(root: string): string {
  return join(root, 'node_modules', '.cache', 'sigil', 'generate.json');
}

/** The text by which values are compared. */
export function valuesKey(values: JsonValue): string {
  return canonicalJson(values);
}

/** The memory of a project, or undefined when it has none that can be read. */
export function readMemory(root: string): Memory | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(memoryPath(root), 'utf8'));
    return isMemory(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** @returns false where it cannot be written: then the next run reads everything again */
export function writeMemory(root: string, memory: Memory): boolean {
  const path = memoryPath(root);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(memory));
    renameSync(draft, path);
    return true;
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false;
  const keys = ['generator', 'values', 'include', 'matched', 'others'];
  return keys.every((key) => key in value) && 'include' in value && Array.isArray(value.include);
}
