import { join, resolve } from 'node:path';
import { UsageError, type CacheError, type LanguageModel } from '@sigil/spec';
import { cachedModel } from '../cache/cached-model.js';
import type { OpenDatabase } from './database.js';
import { DiskStore } from './disk-store.js';

/** Where a cache is and how much it holds. */
export interface DiskCacheOptions {
  /** Made where it is missing. Several processes may use one folder at the same time. */
  readonly folder: string;
  /** 1 GiB unless given. The replies that were used last stay. */
  readonly maxBytes?: number;
  /** Told once of each kind of trouble. `process.emitWarning` unless given. */
  readonly onWarning?: (warning: CacheError) => void;
  /** libsql unless given. */
  readonly openDatabase?: OpenDatabase;
  /** Milliseconds since 1970; the machine's clock unless given. */
  readonly now?: () => number;
}

/**
 * Keeps whole replies on disk, by the same rules as `cache`: a program that runs again is answered from there, with
 * `cached` set. Trouble with the disk is a warning and never an error: calls go on without the cache.
 *
 * @throws UsageError for a size that makes no sense
 * @example
 * ```ts
 * const lm = diskCache(retry(openai('gpt-5-mini')), { folder: '.sigil/cache' });
 * // ...
 * await lm.dispose?.();
 * ```
 */
export function diskCache(lm: LanguageModel, options: DiskCacheOptions): LanguageModel {
  const { folder, maxBytes = 2 ** 30, openDatabase } = options;
  if (!(maxBytes > 0))
    throw new UsageError(`Cannot make a cache of ${maxBytes} bytes: wanted a number above 0.`);
  const store = new DiskStore({
    // The number of the format is part of the name: another format is another file.
    file: join(resolve(folder), 'replies-1.db'),
    maxBytes,
    now: options.now ?? Date.now,
    // Loaded with the first call: its binary takes 30 ms.
    load: openDatabase
      ? async () => openDatabase
      : async () => (await import('./libsql-database.js')).openLibsql,
    onWarning: options.onWarning ?? ((warning) => process.emitWarning(warning)),
  });
  return cachedModel(lm, store);
}
