/** A value in a table. */
export type SqlValue = string | number;

/** An open SQLite file. Every call is synchronous and throws an error with SQLite's name for it as `code`. */
export interface Database {
  /** Runs statements that give nothing back. */
  exec(sql: string): void;
  /** The first row; undefined where there is none. */
  get(sql: string, ...values: readonly SqlValue[]): Readonly<Record<string, unknown>> | undefined;
  run(sql: string, ...values: readonly SqlValue[]): void;
  close(): void;
}

/**
 * Opens a file, which is made where it is missing. The one place that knows a SQLite library: `node:sqlite` or
 * better-sqlite3 fit behind it as well as libsql does.
 */
export type OpenDatabase = (file: string) => Database;
