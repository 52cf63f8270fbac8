import type { SignatureSpec } from '@sigil/spec';
import { listFiles } from '../sources/list-files.js';
import { matchedPaths } from './file-hash.js';
import { finishedSources, WrittenHashes } from './finished-sources.js';
import { generatorId } from './generator-id.js';
import type { KnownSource } from './known-sources.js';
import { valuesKey, writeMemory } from './memory.js';
import type { RunKey } from './run-key.js';
import { writeSources } from './source-memory.js';

/** What of a plan is remembered. */
export interface FinishedPlan {
  readonly root: string;
  readonly diagnostics: readonly { readonly file: string }[];
  readonly warnings: readonly unknown[];
  readonly files: readonly { readonly path: string; readonly status: string; readonly text: string }[];
  readonly edits: readonly { readonly path: string; readonly text: string }[];
  readonly inputs: {
    readonly include: readonly string[];
    readonly tsconfig?: string | undefined;
    readonly files: readonly string[];
    readonly startedAt: number;
    readonly sources: readonly FinishedSource[];
  };
}

/** A source of a plan that may be known the next time. */
export interface FinishedSource {
  /** Relative to the root. */
  readonly file: string;
  /** Absolute paths of everything that decides what it gives. */
  readonly behind: readonly string[];
  readonly signatures: readonly SignatureSpec[];
  /** What was known of it, where it was not read. */
  readonly known?: KnownSource;
}

/**
 * Remembers a plan that was applied: what each source gave, so that the next run reads what changed since, and that there
 * is nothing to do, so that {@link isUnchanged} can tell. A plan that had something to say is not remembered as done: the
 * next run says it again.
 *
 * @returns whether it was remembered as done
 */
export function remember(plan: FinishedPlan, key: RunKey): boolean {
  const { root, inputs } = plan;
  writeSources(root, key.values, inputs.tsconfig, finishedSources(plan));
  if (plan.diagnostics.length > 0 || plan.warnings.length > 0) return false;
  const matched = matchedPaths(root, listFiles(root, inputs.include));
  const isMatched = new Set(matched);
  const others = [...new Set([...inputs.files, ...inputs.sources.flatMap(filesOf), ...key.files])].filter(
    (path) => !isMatched.has(path),
  );
  const found = new WrittenHashes(plan);
  const hashes = new Map<string, string | null>();
  for (const path of [...matched, ...others]) {
    const hash = found.of(path);
    if (hash === undefined) return false;
    hashes.set(path, hash);
  }
  const recordOf = (paths: readonly string[]) =>
    Object.fromEntries(paths.map((path) => [path, hashes.get(path) ?? null]));
  return writeMemory(root, {
    generator: generatorId(),
    values: valuesKey(key.values),
    include: inputs.include,
    matched: recordOf(matched),
    others: recordOf(others),
  });
}

function filesOf({ behind, known }: FinishedSource): readonly string[] {
  return known === undefined ? behind : [...known.files.keys()];
}
