import type { Adapter } from '@sigil/spec';

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
}
