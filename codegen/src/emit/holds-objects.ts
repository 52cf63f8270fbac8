import { innerTypes } from '../declaration/inner-types.js';
import type { TypeTree } from '../declaration/type-tree.js';

/**
 * Whether TypeScript may take another type for the same one: it can assign objects to each other where one of them has
 * an optional property more, and a record to an object of optional properties.
 */
export function holdsObjects(type: TypeTree): boolean {
  switch (type.kind) {
    case 'object':
      return type.nominal !== true;
    case 'map':
      return type.form === 'record' || holdsObjects(type.value);
    case 'json':
      return type.form !== 'unknown';
    default:
      return innerTypes(type).some(({ type: inner }) => holdsObjects(inner));
  }
}
