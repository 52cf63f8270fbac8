import { listFiles } from '../sources/list-files.js';
import { matchedPaths } from './file-hash.js';
import type { FinishedPlan, FinishedSource } from './finished-plan.js';
import { finishedSources, WrittenHashes } from './finished-sources.js';
import { generatorId } from './generator-id.js';
import { valuesKey, writeMemory } from './memory.js';
import type { RunKey } from './run-key.js';
import { writeSources } from './source-memory.js';

/**
 * Remembers a plan that was applied: what each source gave, so that the next run reads what changed since, and that there
 * is nothing to do, so that {@link isUnchanged} can tell. What it had to say is remembered too, and said again. A
 * plan with an error was not applied, and is not remembered as done.
 *
 * @returns whether it was remembered as done
 */
export function remember(plan: FinishedPlan, key: RunKey): boolean {
  const { root, inputs } = plan;
  writeSources(root, key.values, inputs.tsconfig, finishedSources(plan));
  const { diagnostics, warnings } = plan;
  if (diagnostics.some(({ severity }) => severity === 'error')) return false;
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
    ambient: inputs.ambient,
    remarks: { diagnostics, warnings },
  });
}

function filesOf({ behind, known }: FinishedSource): readonly string[] {
  return known === undefined ? behind : [...known.files.keys()];
}
