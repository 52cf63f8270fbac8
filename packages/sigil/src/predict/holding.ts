import { innerTypes } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';

/** A test that is true for a property of a kind, and for one that holds such a property. Each is looked into once. */
export function holding(isOne: (property: PropertySpec) => boolean): (property: PropertySpec) => boolean {
  const known = new WeakMap<PropertySpec, boolean>();
  return holds;

  function holds(property: PropertySpec): boolean {
    let found = known.get(property);
    if (found === undefined) {
      found = isOne(property) || isIn(property.type);
      known.set(property, found);
    }
    return found;
  }

  function isIn(type: ValueType): boolean {
    return type.kind === 'object' ? type.properties.some(holds) : innerTypes(type).some(isIn);
  }
}
