import type { PropertyTree, TypeTree } from './type-tree.js';

/** A type directly inside of another, and the step that leads there. */
export interface InnerType {
  /** `each item`, `the key`, the name of a property; undefined where the type only wraps the other. */
  readonly step?: string;
  readonly type: TypeTree;
}

/** The types that a type is directly made of, in their order. */
export function innerTypes(type: TypeTree): readonly InnerType[] {
  switch (type.kind) {
    case 'array':
    case 'set':
      return [{ step: 'each item', type: type.items }];
    case 'tuple':
      return [
        ...type.items.map((item, at) => ({ step: item.name ?? `item ${at + 1}`, type: item.type })),
        ...(type.rest === undefined ? [] : [{ step: 'each further item', type: type.rest }]),
      ];
    case 'map':
      return [
        { step: 'each key', type: type.key },
        { step: 'each value', type: type.value },
      ];
    case 'object':
      return type.properties.map((property) => ({ step: property.name, type: property.type }));
    case 'union':
      return type.variants.map((variant) => ({ type: variant }));
    case 'nullable':
    case 'undefinable':
      return [{ type: type.inner }];
    case 'recursive':
      return [{ type: type.type }];
    default:
      return [];
  }
}

/** The same type with other types inside. */
export function mapInner(type: TypeTree, change: (inner: TypeTree) => TypeTree): TypeTree {
  switch (type.kind) {
    case 'array':
    case 'set':
      return { ...type, items: change(type.items) };
    case 'tuple':
      return {
        ...type,
        items: type.items.map((item) => ({ ...item, type: change(item.type) })),
        ...(type.rest === undefined ? {} : { rest: change(type.rest) }),
      };
    case 'map':
      return { ...type, value: change(type.value) };
    case 'object':
      return {
        ...type,
        properties: type.properties.map((one): PropertyTree => ({ ...one, type: change(one.type) })),
      };
    case 'union':
      return { ...type, variants: type.variants.map(change) };
    case 'nullable':
    case 'undefinable':
      return { ...type, inner: change(type.inner) };
    case 'recursive':
      return { ...type, type: change(type.type) };
    default:
      return type;
  }
}

/**
 * A recursive type as what it is made of, in which the links lead to the recursive type as a whole. A brand stands on the
 * outermost only.
 */
export function unfold(type: TypeTree): TypeTree {
  if (type.kind !== 'recursive') return type;
  const { marks, phantom, ...bare } = type;
  const linked = (inner: TypeTree): TypeTree => {
    if (inner.kind === 'reference' && inner.identity === type.identity) return bare;
    return inner.kind === 'recursive' && inner.identity === type.identity ? inner : mapInner(inner, linked);
  };
  return {
    ...linked(type.type),
    ...(marks === undefined ? {} : { marks }),
    ...(phantom === undefined ? {} : { phantom }),
  };
}
