/** A reply that is still coming, and what may be shown of it. */
export interface PartialCase {
  readonly name: string;
  /** The reply so far. */
  readonly reply: string;
  /** Any of these. A list or a map that is empty and a property that is absent count as the same. */
  readonly shown: readonly unknown[];
}

/** What is shown of a reply so far; several values where each is defensible. */
export function shows(name: string, reply: string, ...shown: unknown[]): PartialCase {
  return { name, reply, shown };
}

/** Partials that are wanted of one type. */
export interface PartialGroup {
  /** As in a group of whole replies. */
  readonly type: string;
  readonly cases: readonly PartialCase[];
}
