import type { TypeTree } from './type-tree.js';

/**
 * Two types with one key are the same type: places, texts, remarks, comments of
 * properties and what values are called do not count.
 */
export function typeKey(type: TypeTree): string {
  return JSON.stringify(type, (name, value: unknown) => (IGNORED.has(name) ? undefined : value));
}

const IGNORED: ReadonlySet<string> = new Set(['place', 'text', 'remarks', 'doc', 'stripped', 'called']);
