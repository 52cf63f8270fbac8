import { checkRows, readDataset } from '@sigil/evaluate';
import { DatasetError, type Artifact, type Example } from '@sigil/spec';

/** Which rows of a file are wanted. */
export interface RowsRequest {
  /** As the user named it. */
  readonly file: string;
  /** Only the first so many. */
  readonly limit: number | undefined;
  /** Outputs that the metric compares: every row must tell one of them. Undefined where nobody knows. */
  readonly compared: readonly string[] | 'all' | undefined;
}

/**
 * The rows of a file, checked against the signature.
 *
 * @throws DatasetError when the file cannot be read, is empty, or has rows that do not fit; UsageError when `compared`
 *   names something that is no output
 */
export async function readRows(artifact: Artifact, request: RowsRequest): Promise<readonly Example[]> {
  const { file, limit, compared } = request;
  const whole = await readDataset(file);
  const dataset = { ...whole, rows: whole.rows.slice(0, limit) };
  const named = compared === 'all' || compared === undefined ? [] : compared;
  const rows = checkRows(dataset, artifact, { requireOutputs: named });
  if (compared === 'all') {
    const outputs = artifact.spec.fields
      .filter(({ direction }) => direction === 'out')
      .map(({ name }) => name);
    const problems = rows.flatMap((row, at) => {
      if (outputs.some((name) => row[name] !== undefined)) return [];
      const message = `it tells none of the outputs (${outputs.join(', ')}), so there is nothing to compare with`;
      return [{ file, line: dataset.rows[at]?.line ?? 0, message }];
    });
    const [first] = problems;
    if (first !== undefined) {
      throw new DatasetError(
        `Cannot use ${file}: ${file}:${first.line}: ${first.message}. ${problems.length} such row(s). Nothing was sent.`,
        problems,
      );
    }
  }
  return rows;
}
