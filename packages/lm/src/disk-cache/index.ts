export { diskCache } from './disk-cache.js';
export type { DiskCacheOptions } from './disk-cache.js';
export type { Database, OpenDatabase, SqlValue } from './database.js';
