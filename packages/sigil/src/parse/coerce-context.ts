import type { Coercion } from '@sigil/spec';

/** Where in a reply the parser is, and what it has changed so far. */
export interface CoerceContext {
  /** The whole reply, for errors. */
  readonly reply: string;
  readonly coercions: Coercion[];
  /** Takes away the escape that keeps text from reading as a marker. */
  readonly unescape: (text: string) => string;
}

/** Notes a change. */
export function note(context: CoerceContext, path: string, kind: string, from: string, to: string): void {
  context.coercions.push({ path, kind, from, to });
}
