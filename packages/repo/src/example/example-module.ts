/** A line of a module, and where it was written. */
export interface ModuleLine {
  readonly text: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** One or more examples as a file that the compiler reads. */
export interface ExampleModule {
  /** From the folder of the temporary project, `guide/src/line-8.ts`. */
  readonly file: string;
  readonly lines: readonly ModuleLine[];
}
