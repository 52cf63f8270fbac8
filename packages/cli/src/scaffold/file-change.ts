/** One file that `sigil init` writes. */
export interface FileChange {
  /** Relative to the project, with `/`. */
  readonly file: string;
  /** What changes, in a few words: `scripts sigil:generate, sigil:check`. */
  readonly what: string;
  readonly content: string;
}
