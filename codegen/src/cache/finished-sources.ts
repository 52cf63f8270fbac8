import { sha256 } from '@sigil/hash';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { generatedPath } from '../sources/source-paths.js';
import { FileHashes } from './file-hash.js';
import type { KnownSource, KnownSources } from './known-sources.js';
import type { FinishedPlan } from './finished-plan.js';

/**
 * What there is to know of the sources of a plan that was applied. A source about which something was said is read
 * again the next time.
 */
export function finishedSources(plan: FinishedPlan): KnownSources {
  const { root, inputs } = plan;
  const hashes = new WrittenHashes(plan);
  const remarked = new Set(plan.diagnostics.map(({ file }) => resolve(root, file)));
  const known = new Map<string, KnownSource>();
  for (const { file, behind, known: before, ...given } of inputs.sources) {
    if (before !== undefined) {
      known.set(file, before);
      continue;
    }
    const generated = resolve(root, generatedPath(file));
    const files = new Map<string, string | null>();
    for (const path of [...behind, generated]) {
      const hash = remarked.has(path) ? undefined : hashes.of(path);
      if (hash !== undefined) files.set(path, hash);
    }
    if (files.size === new Set([...behind, generated]).size)
      known.set(file, { ...given, files, ambient: inputs.ambient });
  }
  return known;
}

/** Hashes of files as the plan read or wrote them. */
export class WrittenHashes {
  readonly #written: ReadonlyMap<string, string>;
  readonly #startedAt: number;
  readonly #hashes = new FileHashes();

  constructor({ root, files, edits, inputs }: FinishedPlan) {
    const texts = [...files.filter(({ status }) => status === 'missing' || status === 'stale'), ...edits];
    this.#written = new Map(texts.map(({ path, text }) => [resolve(root, path), sha256(text)] as const));
    this.#startedAt = inputs.startedAt;
  }

  /** @returns undefined for a file that somebody may have edited between the reading and now */
  of(path: string): string | null | undefined {
    const hash = this.#hashes.of(path);
    const written = this.#written.get(path);
    const isAsRead = written === undefined ? !changedSince(path, this.#startedAt) : hash === written;
    return isAsRead ? hash : undefined;
  }
}

/** The clock of a file system may be some milliseconds behind. */
const CLOCK_LAG = 10;

function changedSince(path: string, time: number): boolean {
  // Not the time of modification, which tools set as they like.
  return (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= time - CLOCK_LAG;
}
