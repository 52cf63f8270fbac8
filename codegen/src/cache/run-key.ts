import type { JsonValue } from '@sigil/spec';

/** What a run of the generator depends on beside what its plan says: known before anything is loaded. */
export interface RunKey {
  /** Absolute paths of files that decide what is done, present or not: the configuration of the command. */
  readonly files: readonly string[];
  /** Settings that decide what is done: flags, ids of adapters. */
  readonly values: JsonValue;
}
