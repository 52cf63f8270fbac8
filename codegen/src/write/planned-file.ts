import { describeChanges } from './describe-changes.js';
import { sameData } from './same-data.js';
import { sameHeader } from './same-header.js';

/** A generated file, as it is and as it should be. */
export interface PlannedFile {
  /** Relative to the project root. */
  readonly path: string;
  /** `orphaned`: its source has no signature any more, or is gone. */
  readonly status: 'fresh' | 'stale' | 'missing' | 'orphaned';
  /** What should be in it; empty for an orphan. */
  readonly text: string;
  /** What is in it; absent when it is missing. */
  readonly previous?: string;
  /** What is different, one sentence each. */
  readonly changes: readonly string[];
}

/** Compares what is in a file with what should be, by what it says and not by its bytes. */
export function planFile(path: string, text: string, previous: string | undefined): PlannedFile {
  if (previous === undefined) return { path, status: 'missing', text, changes: [] };
  if (sameData(text, previous)) {
    if (sameHeader(text, previous)) return { path, status: 'fresh', text, previous, changes: [] };
    return { path, status: 'stale', text, previous, changes: ['the remarks in its first lines were edited'] };
  }
  return { path, status: 'stale', text, previous, changes: describeChanges(text, previous) };
}

/** A generated file that nothing stands behind any more. */
export function orphan(path: string, previous: string): PlannedFile {
  return { path, status: 'orphaned', text: '', previous, changes: ['its source has no signature any more'] };
}
