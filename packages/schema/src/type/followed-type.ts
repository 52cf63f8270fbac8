import type { ValueType } from '@sigil/spec';

/**
 * What a type is behind names and links; undefined for a link that leads nowhere.
 *
 * @param references the recursive types around
 */
export function followedType(
  type: ValueType,
  references: ReadonlyMap<string, ValueType>,
): ValueType | undefined {
  if (type.kind === 'recursive') return followedType(type.type, references);
  return type.kind === 'reference' ? references.get(type.name) : type;
}
