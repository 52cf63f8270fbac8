import type { ValueType } from '@sigil/spec';

/**
 * What values of a type are, null aside.
 *
 * @example
 * ```ts
 * import { bodyOf } from '@sigil/schema';
 *
 * bodyOf({ kind: 'nullable', inner: { kind: 'string' } }); // -> { kind: 'string' }
 * ```
 */
export function bodyOf(type: ValueType): ValueType {
  if (type.kind === 'nullable') return bodyOf(type.inner);
  return type.kind === 'recursive' ? bodyOf(type.type) : type;
}
