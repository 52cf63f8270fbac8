import type { ObjectTree, PropertyTree, TypeTree, UnionTree, Written } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { isLone } from './type-context.js';
import { agreeing, combine } from './union-type.js';

/**
 * What `Pick` and `Omit` see of a union: one object with the properties that all of its objects have. They do not go
 * through the parts of a union, as `Partial` does.
 */
export function commonObject(
  type: UnionTree,
  about: Pick<Written, 'place' | 'text'>,
): ObjectTree | undefined {
  const [first, ...others] = type.variants.map((variant) => unfold(variant));
  if (first?.kind !== 'object') return undefined;
  const properties: PropertyTree[] = [];
  for (const property of first.properties) {
    const same = others.map((other) => propertyOf(other, property.name));
    const all = [property, ...same.filter((one) => one !== undefined)];
    if (all.length <= others.length) continue;
    const types = all.map((one) => one.type);
    const read = combine(agreeing(types), {
      place: property.type.place,
      text: types.map(({ text }) => text).join(' | '),
    });
    if (isLone(read)) return undefined;
    properties.push({ ...property, optional: all.some((one) => one.optional), type: read });
  }
  return { kind: 'object', identity: `common ${first.identity}`, properties, ...about };
}

function propertyOf(type: TypeTree, name: string): PropertyTree | undefined {
  return type.kind === 'object' ? type.properties.find((property) => property.name === name) : undefined;
}
