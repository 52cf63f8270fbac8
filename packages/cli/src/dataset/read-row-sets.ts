import { splitDataset, type RowTarget } from '@sigil/evaluate';
import { UsageError, type Example } from '@sigil/spec';
import { readRows, type RowsRequest } from './read-rows.js';

/** The files that `sigil optimize` was given. */
export interface RowFiles {
  readonly data?: string;
  readonly train?: string;
  readonly val?: string;
  readonly confirm?: string;
  readonly test?: string;
}

/** Rows by what they are for. */
export interface RowSets {
  readonly train: readonly Example[];
  readonly val: readonly Example[];
  /** Undefined: the optimizer sets some of `val` apart. */
  readonly confirm: readonly Example[] | undefined;
  readonly test: readonly Example[] | undefined;
}

/**
 * Reads and checks the rows of all files before anything is paid for.
 *
 * @param seed of the split of a single file
 * @throws UsageError when the files do not make sense together; DatasetError as `readRows`
 */
export async function readRowSets(
  target: RowTarget,
  files: RowFiles,
  seed: number,
  request: Omit<RowsRequest, 'file'>,
): Promise<RowSets> {
  const { data, train, val, confirm, test } = files;
  const read = async (file: string): Promise<readonly Example[]> => readRows(target, { ...request, file });
  const readIf = async (file: string | undefined): Promise<readonly Example[] | undefined> =>
    file === undefined ? undefined : read(file);
  if (data !== undefined) {
    if (train !== undefined || val !== undefined) {
      throw new UsageError(
        'Cannot use --data with --train or --val: --data is split into both. Give one or the other.',
      );
    }
    const { trainset, validation } = splitDataset(await read(data), seed);
    return { train: trainset, val: validation, confirm: await readIf(confirm), test: await readIf(test) };
  }
  if (train === undefined || val === undefined) {
    throw new UsageError(
      `Cannot optimize without rows: give --data FILE, or both --train FILE and --val FILE.`,
    );
  }
  return {
    train: await read(train),
    val: await read(val),
    confirm: await readIf(confirm),
    test: await readIf(test),
  };
}
