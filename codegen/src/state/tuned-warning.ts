import type { OptimizedStatus } from '@sigil/spec';

/** Something to know about a tuned file that does not keep anything from being generated. */
export interface TunedWarning {
  /** Relative to the project root. */
  readonly file: string;
  /** Id of the signature or the program, or of what the file names where there is none. */
  readonly signature: string;
  /** `orphaned`: nothing of the file is used. */
  readonly status: 'fresh' | 'partial' | 'stale' | 'orphaned';
  /** One sentence. */
  readonly message: string;
  /** One sentence for each difference. */
  readonly details: readonly string[];
  /** Of an orphan: id of the one class that has the fields it was tuned for. */
  readonly movedTo?: string;
}

/** A state, and what there is to say about it. */
export type Noted<T> = T & { readonly warnings: readonly TunedWarning[] };

/** What there is to say about the state of a class: what was remarked when it was read, and what changed since. */
export function stateWarnings(
  file: string,
  spec: { readonly id: string },
  {
    optimized: { status, changed },
    remarks,
  }: { readonly optimized: OptimizedStatus; readonly remarks: readonly string[] },
): readonly TunedWarning[] {
  const remarked = remarks.map((remark): TunedWarning => ({
    file,
    signature: spec.id,
    status,
    message: `${file}: ${remark}`,
    details: [],
  }));
  if (changed.length === 0) return remarked;
  const isFresh = status === 'fresh';
  const message = isFresh
    ? `${file}: '${spec.id}' is described in other words than when it was optimized`
    : `${file}: '${spec.id}' changed since it was optimized, and the tuned state is ${status}`;
  const next = `run 'sigil optimize ${spec.id}' with the options you tuned it with, to tune it for the class as it is, or 'sigil accept ${spec.id}' to keep what is left`;
  const details = isFresh ? changed : [...changed, next];
  return [...remarked, { file, signature: spec.id, status, message, details }];
}
