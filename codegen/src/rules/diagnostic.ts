import type { Place } from '../declaration/place.js';

/** Something that the generator refuses (`error`: nothing is written) or remarks on (`warning`). Plain data. */
export interface Diagnostic {
  /** Stable number of the rule: `SIGIL2101`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  /** Absent where the whole file is meant. Counts from 1, as all of the four. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The way from the field to the place inside of its type. */
  readonly path?: readonly string[];
  /** How to fix it. */
  readonly hint?: string;
  /** The other places that matter. */
  readonly related?: readonly RelatedPlace[];
}

/** A place that a diagnostic is about too, and why. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** What a rule finds: the place and the words. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
  readonly hint?: string;
  readonly path?: readonly string[];
  readonly related?: readonly RelatedPlace[];
}

/** In the order of files, then of places. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const order = (a: Diagnostic, b: Diagnostic): number =>
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.code, b.code);
  return diagnostics.toSorted(order);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
