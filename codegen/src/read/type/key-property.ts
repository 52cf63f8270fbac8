import type { EnumTree, PropertyTree } from '../../declaration/type-tree.js';

type Named = Pick<PropertyTree, 'name' | 'alias' | 'key' | 'numeric'>;

/** What names a property, of a key of `Record` or of a mapped type: a model sees a member of an enum by its name. */
export function namedBy(key: EnumTree): Named {
  const [value = ''] = key.values;
  const shown = key.members?.[0]?.shown;
  return {
    name: String(value),
    ...(shown === undefined ? {} : { alias: shown }),
    ...(typeof value === 'number' ? { numeric: true } : {}),
    ...(key.declared === undefined ? {} : { key }),
  };
}

/** The key of a property, as `keyof` gives it. A name that is written as a number is one. */
export function keyOf({ name, key, numeric, place }: PropertyTree): EnumTree {
  if (key !== undefined) return key;
  const value = numeric === true ? Number(name) : name;
  return { kind: 'enum', values: [value], place, text: JSON.stringify(value) };
}
