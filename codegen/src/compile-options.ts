import type { PredictorState, PromptTemplate, SignatureSpec } from '@sigil/spec';

/** What to compile, and how. */
export interface CompileOptions {
  /** Absolute path of the project; ids are paths relative to it. */
  readonly root: string;
  /** Glob patterns of sources; `src/**\/*.ts` and `src/**\/*.tsx` when absent. Generated files are never sources. */
  readonly include?: readonly string[] | undefined;
  /** Compiler configuration; the nearest `tsconfig.json` at or above the root when absent. */
  readonly tsconfig?: string | undefined;
  /** Compiles a prompt with the adapter that the state names. */
  readonly compileTemplate: (spec: SignatureSpec, state: PredictorState | undefined) => PromptTemplate;
  /** Plan the two lines that connect a class to its artifact, where they are missing. */
  readonly wire?: boolean | undefined;
  /** Wire also files with uncommitted edits. */
  readonly force?: boolean | undefined;
}
