import type { Tree } from '../tree/tree.js';

/** One place that breaks a convention. */
export interface Finding {
  /** File or folder, from the root. */
  readonly path: string;
  /** From 1. */
  readonly line?: number | undefined;
  /** What was found, what is wanted, how to fix it. */
  readonly message: string;
  /** A note is printed and fails nothing. */
  readonly note?: boolean;
}

/** A convention of this repository, and the places that break it. */
export interface Check {
  /** The rule as a sentence: the name of the test that runs it on this repository. */
  readonly rule: string;
  find(tree: Tree): Finding[];
}

/** `packages/spec/src/json.ts:3 what was found` */
export function formatFinding({ path, line, message }: Finding): string {
  return `${path}${line === undefined ? '' : `:${line}`} ${message}`;
}
