import { loadRows, type RowTarget } from '@sigil/evaluate';
import type { Example } from '@sigil/spec';

/** Which rows of a file are wanted. */
export interface RowsRequest {
  /** As the user named it. */
  readonly file: string;
  /** Only the first so many. */
  readonly limit: number | undefined;
  /** Outputs that the metric compares: every row must tell them, one of them where it is `all`. Undefined where nobody knows. */
  readonly compared: readonly string[] | 'all' | undefined;
}

/**
 * The rows of a file, checked against the signature or the program.
 *
 * @throws DatasetError when the file cannot be read, is empty, or has rows that do not fit; UsageError when `compared`
 *   names something that is no output
 */
export function readRows(
  target: RowTarget,
  { file, limit, compared = [] }: RowsRequest,
): Promise<readonly Example[]> {
  return loadRows(file, target, { limit, requireOutputs: compared === 'all' ? 'some' : compared });
}
