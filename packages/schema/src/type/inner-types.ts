import type { ValueType } from '@sigil/spec';

/** The types that a type is directly made of, in their order. */
export function innerTypes(type: ValueType): readonly ValueType[] {
  switch (type.kind) {
    case 'array':
    case 'set':
      return [type.items];
    case 'tuple':
      return [...type.items.map((item) => item.type), ...(type.rest === undefined ? [] : [type.rest])];
    case 'map':
      return [type.key, type.value];
    case 'object':
      return type.properties.map((property) => property.type);
    case 'union':
      return type.variants;
    case 'nullable':
      return [type.inner];
    case 'recursive':
      return [type.type];
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'enum':
    case 'template':
    case 'json':
    case 'reference':
      return [];
  }
}

/** True where the type holds a reference to a recursive type that stands around it. */
export function hasOpenReference(type: ValueType, closed: readonly string[] = []): boolean {
  if (type.kind === 'reference') return !closed.includes(type.name);
  const known = type.kind === 'recursive' ? [...closed, type.name] : closed;
  return innerTypes(type).some((inner) => hasOpenReference(inner, known));
}
