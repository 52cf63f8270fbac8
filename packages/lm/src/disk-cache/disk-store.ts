import { dirname } from 'node:path';
import { makeFolder } from '@sigil/files';
import { CacheError, type LMReply } from '@sigil/spec';
import type { ReplyStore } from '../cache/reply-store.js';
import type { OpenDatabase } from './database.js';
import { ReplyTable, type ReplyTableOptions } from './reply-table.js';
import { identityOf, setAside } from './set-aside.js';

/** Where replies are kept, and how. */
export interface DiskStoreOptions extends ReplyTableOptions {
  /** The database. Its folder is made where it is missing. */
  readonly file: string;
  /** Called once, when the first reply is asked for. */
  readonly load: () => Promise<OpenDatabase>;
  readonly onWarning: (warning: CacheError) => void;
}

type Trouble = 'open' | 'read' | 'write' | 'damage';

/**
 * Replies in a file that may fail in every way a file can. It never throws: a cache that cannot be opened is left
 * alone, what cannot be read is a miss, what cannot be written is not kept, a damaged file is set aside and a new one
 * started. Each kind of trouble is told once.
 */
export class DiskStore implements ReplyStore {
  readonly #options: DiskStoreOptions;
  readonly #told = new Set<Trouble>();
  #opening: Promise<void> | undefined;
  #open: OpenDatabase | undefined;
  #table: ReplyTable | undefined;
  /** Of the open file. */
  #identity: number | undefined;

  constructor(options: DiskStoreOptions) {
    this.#options = options;
  }

  async get(key: string): Promise<LMReply | undefined> {
    await (this.#opening ??= this.#start());
    const kept = this.#try('read', (table) => table.get(key));
    if (kept !== undefined) this.#try('write', (table) => table.touch(key, kept.used));
    return kept?.reply;
  }

  async set(key: string, reply: LMReply): Promise<void> {
    await (this.#opening ??= this.#start());
    this.#try('write', (table) => table.set(key, reply));
  }

  async dispose(): Promise<void> {
    const opening = this.#opening;
    // Calls after the end go on without a cache.
    this.#opening = Promise.resolve();
    await opening;
    const table = this.#table;
    this.#table = undefined;
    try {
      table?.close();
    } catch (error) {
      this.#tell('write', error);
    }
  }

  async #start(): Promise<void> {
    try {
      this.#open = await this.#options.load();
      this.#openTable(this.#open);
    } catch (error) {
      if (isDamage(error)) this.#startAfresh(error);
      else this.#tell('open', error);
    }
  }

  #openTable(open: OpenDatabase): void {
    const { file } = this.#options;
    makeFolder(dirname(file));
    this.#identity = identityOf(file);
    const database = open(file);
    this.#identity = identityOf(file);
    try {
      this.#table = new ReplyTable(database, this.#options);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** What the work gives; undefined where it fails or there is no table. */
  #try<T>(trouble: 'read' | 'write', work: (table: ReplyTable) => T, again = true): T | undefined {
    if (this.#table === undefined) return undefined;
    try {
      return work(this.#table);
    } catch (error) {
      if (!isDamage(error)) this.#tell(trouble, error);
      else if (this.#startAfresh(error) && again) return this.#try(trouble, work, false);
      return undefined;
    }
  }

  /** True where there is a new file to go on with. */
  #startAfresh(damage: unknown): boolean {
    this.#table = undefined;
    if (this.#open === undefined) return false;
    // Damage that comes back is a damaged disk.
    if (this.#told.has('damage')) {
      this.#tell('open', damage);
      return false;
    }
    try {
      const { file } = this.#options;
      // Another process may have set the file aside already; the one that is there now is then a new one.
      const aside = identityOf(file) === this.#identity ? setAside(file) : undefined;
      if (aside !== undefined) this.#tell('damage', damage, aside);
      this.#openTable(this.#open);
      return true;
    } catch (error) {
      this.#tell('open', error);
      return false;
    }
  }

  #tell(trouble: Trouble, cause: unknown, aside = ''): void {
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    const { file, onWarning } = this.#options;
    const reason = cause instanceof Error ? cause.message : String(cause);
    onWarning(new CacheError(file, sentences[trouble](file, reason, aside), { cause }));
  }
}

const sentences: Readonly<Record<Trouble, (file: string, reason: string, aside: string) => string>> = {
  open: (file, reason) =>
    `Cannot open the cache ${file}: ${reason}. Calls go on without it, and every reply is paid for. ` +
    `Make its folder writable, or give another one.`,
  read: (file, reason) =>
    `Cannot read the cache ${file}: ${reason}. Calls go on, and replies that cannot be read are paid for again.`,
  write: (file, reason) =>
    `Cannot write to the cache ${file}: ${reason}. Calls go on, and new replies are not kept. ` +
    `Free some space, make the file writable, or end the process that holds it.`,
  damage: (file, reason, aside) =>
    `Cannot use the cache ${file}: it is damaged (${reason}). It was set aside as ${aside} and a new one was started. ` +
    `Delete it when you do not need it.`,
};

/** SQLite says that the content of the file is wrong, and not that it cannot be reached. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
}
