import type { AmbientFiles } from '../sources/ambient-files.js';
import type { Diagnostic } from '../rules/diagnostic.js';
import type { TunedWarning } from '../state/tuned-warning.js';
import type { KnownSource } from './known-sources.js';
import type { SourceYield } from './source-yield.js';

/** What of a plan is remembered. */
export interface FinishedPlan {
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly warnings: readonly TunedWarning[];
  readonly files: readonly { readonly path: string; readonly status: string; readonly text: string }[];
  readonly edits: readonly { readonly path: string; readonly text: string }[];
  readonly inputs: {
    readonly include: readonly string[];
    readonly tsconfig?: string | undefined;
    readonly files: readonly string[];
    readonly startedAt: number;
    readonly sources: readonly FinishedSource[];
    readonly ambient: AmbientFiles;
  };
}

/** A source of a plan that may be known the next time. */
export interface FinishedSource extends SourceYield {
  /** Relative to the root. */
  readonly file: string;
  /** Absolute paths of everything that decides what it gives. */
  readonly behind: readonly string[];
  /** What was known of it, where it was not read. */
  readonly known?: KnownSource;
}
