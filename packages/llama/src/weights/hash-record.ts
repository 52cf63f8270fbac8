import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@sigil/files';
import { newPart } from './part-file.js';
import { isUnwritable } from './unwritable.js';

/** What is remembered of a file that was hashed, so that the next start need not read it again. */
interface HashRecord {
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/** The hash in a record, where it was taken from the file as it is now: same size, same time of change. */
export async function recallHash(
  file: string,
  recordPath: string,
): Promise<{ recorded: string | undefined; valid: boolean }> {
  const record = await readRecord(recordPath);
  const { size, mtimeMs } = await stat(file);
  return { recorded: record?.sha256, valid: record?.size === size && record.mtimeMs === mtimeMs };
}

/** Writes the record. Where nothing can be written, the next start hashes again: slower, and not wrong. */
export async function rememberHash(file: string, recordPath: string, sha256: string): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const record: HashRecord = { size, mtimeMs, sha256 };
  const part = newPart(recordPath);
  try {
    makeFolder(dirname(recordPath));
    await writeFile(part, `${JSON.stringify(record)}\n`);
    await rename(part, recordPath);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

/** Undefined where there is none, or none that makes sense. */
async function readRecord(path: string): Promise<HashRecord | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isHashRecord(value) ? value : undefined;
  } catch {
    // Missing, unreadable or damaged: each means that the file must be hashed.
    return undefined;
  }
}

function isHashRecord(value: unknown): value is HashRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'size' in value &&
    typeof value.size === 'number' &&
    'mtimeMs' in value &&
    typeof value.mtimeMs === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  );
}
