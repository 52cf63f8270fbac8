import { sha256 } from '@sigil/hash';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { listFiles } from '../sources/list-files.js';
import { fileHash, matchedPaths } from './file-hash.js';
import { generatorId } from './generator-id.js';
import { valuesKey, writeMemory } from './memory.js';
import type { RunKey } from './run-key.js';

/** What of a plan is remembered. */
export interface FinishedPlan {
  readonly root: string;
  readonly diagnostics: readonly unknown[];
  readonly warnings: readonly unknown[];
  readonly files: readonly { readonly path: string; readonly status: string; readonly text: string }[];
  readonly edits: readonly { readonly path: string; readonly text: string }[];
  readonly inputs: {
    readonly include: readonly string[];
    readonly files: readonly string[];
    readonly startedAt: number;
  };
}

/**
 * Remembers a plan that was applied, so that {@link isUnchanged} can tell the next run that there is nothing to do.
 * A plan that had something to say is not remembered: the next run says it again.
 *
 * @returns whether it was remembered
 */
export function remember(plan: FinishedPlan, key: RunKey): boolean {
  if (plan.diagnostics.length > 0 || plan.warnings.length > 0) return false;
  const { root, inputs } = plan;
  const written = new Map(
    [...plan.files.filter(({ status }) => status === 'missing' || status === 'stale'), ...plan.edits].map(
      ({ path, text }) => [resolve(root, path), sha256(text)] as const,
    ),
  );
  const matched = matchedPaths(root, listFiles(root, inputs.include));
  const others = [...new Set([...inputs.files, ...key.files])].filter((path) => !matched.includes(path));
  const found = new Map([...matched, ...others].map((path) => [path, fileHash(path)]));
  for (const [path, hash] of found) {
    // Somebody may have edited it between the reading and now; what the generator wrote is known.
    const isAsRead = written.has(path) ? hash === written.get(path) : !changedSince(path, inputs.startedAt);
    if (!isAsRead) return false;
  }
  const hashes = (paths: readonly string[]) =>
    Object.fromEntries(paths.map((path) => [path, found.get(path) ?? null]));
  return writeMemory(root, {
    generator: generatorId(),
    values: valuesKey(key.values),
    include: inputs.include,
    matched: hashes(matched),
    others: hashes(others),
  });
}

function changedSince(path: string, time: number): boolean {
  // Not the time of modification, which tools set as they like.
  return (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= time;
}
