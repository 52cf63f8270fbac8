import type { UnionType, ValueType } from '@sigil/spec';

/**
 * The property that each variant of a union has to begin with, so that no two begin alike: OpenAI refuses objects of
 * one `anyOf` that do, unless the property's only value tells them apart. Undefined where the order of the declaration will do.
 */
export function leadingProperties({ discriminator, variants }: UnionType): readonly (string | undefined)[] {
  const firsts = variants.map((variant) => namesOf(variant)[0]);
  const clashes = firsts.filter(
    (name, at) => name !== undefined && name !== discriminator && firsts.indexOf(name) < at,
  );
  if (clashes.length === 0) return variants.map(() => undefined);
  if (discriminator !== undefined) return variants.map(() => discriminator);
  // Those with few properties choose first: the others have more to choose from.
  const order = variants.toSorted((a, b) => namesOf(a).length - namesOf(b).length);
  const taken = new Map<ValueType, string>();
  for (const variant of order) {
    const free = namesOf(variant).find((name) => ![...taken.values()].includes(name));
    if (free !== undefined) taken.set(variant, free);
  }
  return variants.map((variant) => taken.get(variant));
}

/** The properties of an object by what the declaration calls them. */
function namesOf(type: ValueType): readonly string[] {
  return type.kind === 'object' ? type.properties.map((property) => property.name) : [];
}
