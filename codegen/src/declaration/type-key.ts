import type { TypeTree } from './type-tree.js';

/** Two types with one key are the same type: places, texts and remarks do not count. */
export function typeKey(type: TypeTree): string {
  return JSON.stringify(type, (name, value: unknown) =>
    name === 'place' || name === 'text' || name === 'remarks' || name === 'doc' ? undefined : value,
  );
}
