import type { Adapter } from '@sigil/spec';
import type { KnownSources } from './cache/known-sources.js';
import type { ParsedFiles } from './read/parsed-files.js';

/** What the generator needs of an adapter. */
export type Compiler = Pick<Adapter, 'id' | 'compile'>;

/** What to compile, and how. */
export interface CompileOptions {
  /** Absolute path of the project; ids are paths relative to it. */
  readonly root: string;
  /** Glob patterns of sources; `src/**\/*.{ts,tsx,mts,cts}` when absent. Generated files are never sources. */
  readonly include?: readonly string[] | undefined;
  /** Compiler configuration; the nearest `tsconfig.json` at or above the root when absent. */
  readonly tsconfig?: string | undefined;
  /** Those that a tuned state may name. The first compiles the prompts of a state that names none. */
  readonly adapters: readonly [Compiler, ...Compiler[]];
  /** Plan the two lines that connect a class to its artifact, where they are missing. */
  readonly wire?: boolean | undefined;
  /** Wire also files with uncommitted edits. */
  readonly force?: boolean | undefined;
  /**
   * What the sources gave when they were read before: those that it is still true of are not read. Only for
   * `generate`: what says whether files are fresh must trust nothing.
   */
  readonly known?: KnownSources | undefined;
  /** What an earlier run parsed, for a process that runs more than once. */
  readonly kept?: ParsedFiles | undefined;
}
