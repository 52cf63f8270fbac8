import type { TupleItem } from '@sigil/spec';

/** What the declaration calls an item; undefined for one that has its name (`item2`) from the compiler. */
export function tupleLabel({ name }: TupleItem): string | undefined {
  return /^item\d+$/u.test(name) ? undefined : name;
}
