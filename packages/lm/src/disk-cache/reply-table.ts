import type { LMReply } from '@sigil/spec';
import type { Database } from './database.js';
import { decodeReply, encodeReply } from './stored-reply.js';

/** How much the table may hold, and the time. */
export interface ReplyTableOptions {
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A reply and when it was used last, in milliseconds since 1970. */
export interface KeptReply {
  readonly reply: LMReply;
  readonly used: number;
}

/** The moment of the last use is written at most once an hour, so that reading does not mean writing. */
const coarse = 3_600_000;

/** Replies in a SQLite file: the ones that were used last stay when it is full. */
export class ReplyTable {
  readonly #database: Database;
  readonly #options: ReplyTableOptions;
  /** Bytes that this process may still add before it counts again what is there. */
  #room = 0;

  /** @throws what the database throws, for a file that is no such table */
  constructor(database: Database, options: ReplyTableOptions) {
    this.#database = database;
    this.#options = options;
    // The timeout first: without it a second process that opens the file at the same moment fails at once.
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    // A killed process loses nothing. A power cut may lose the last replies, never the file.
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS replies
        (key TEXT PRIMARY KEY, value TEXT NOT NULL, bytes INTEGER NOT NULL, used INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS replies_by_use ON replies (used, bytes);
    `);
  }

  get(key: string): KeptReply | undefined {
    const row = this.#database.get('SELECT value, used FROM replies WHERE key = ?', key);
    const reply = typeof row?.value === 'string' ? decodeReply(row.value) : undefined;
    return reply && { reply, used: Number(row?.used) };
  }

  /** Notes that a reply was used, unless that stands there well enough. */
  touch(key: string, used: number): void {
    const now = this.#options.now();
    if (now - used >= coarse) this.#database.run('UPDATE replies SET used = ? WHERE key = ?', now, key);
  }

  set(key: string, reply: LMReply): void {
    const value = encodeReply(reply);
    const bytes = Buffer.byteLength(key) + Buffer.byteLength(value);
    const { maxBytes, now } = this.#options;
    if (bytes > maxBytes) return;
    this.#database.run(
      'INSERT OR REPLACE INTO replies (key, value, bytes, used) VALUES (?, ?, ?, ?)',
      key,
      value,
      bytes,
      now(),
    );
    this.#room -= bytes;
    if (this.#room < 0) this.#makeRoom();
  }

  /** Folds the log into the file and closes it. */
  close(): void {
    this.#database.get('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  /** Drops what was used longest ago where the table is over its size, and says when to look again. */
  #makeRoom(): void {
    const { maxBytes } = this.#options;
    const total = Number(this.#database.get('SELECT coalesce(sum(bytes), 0) AS total FROM replies')?.total);
    if (total <= maxBytes) {
      // Other processes add to the same file, so look again well before it is full.
      this.#room = (maxBytes - total) / 4;
      return;
    }
    const kept = 0.9 * maxBytes;
    this.#database.run(
      `DELETE FROM replies WHERE key IN (
         SELECT key FROM (SELECT key, sum(bytes) OVER (ORDER BY used DESC, rowid DESC) AS newer FROM replies)
         WHERE newer > ?)`,
      kept,
    );
    this.#room = (maxBytes - kept) / 4;
  }
}
