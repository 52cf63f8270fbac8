import type { ArrayTree, TupleTree, TypeTree } from '../../declaration/type-tree.js';

/** Whether a mapped type adds a modifier (`?`), takes it away (`-?`), or leaves things as they are. */
export type Modifier = 'add' | 'remove' | undefined;

/** What a mapped type does with the modifiers of what it goes through. */
export interface Modifiers {
  readonly optional: Modifier;
  readonly readonly: Modifier;
}

/**
 * A list or a tuple that a mapped type goes through stays one, with other items.
 *
 * @param read the type of the item at a place; of the items of a list where there is no place
 */
export function mappedList(
  list: ArrayTree | TupleTree,
  { optional, readonly }: Modifiers,
  read: (at?: number) => TypeTree,
): TypeTree {
  const isReadonly = readonly === undefined ? list.readonly : readonly === 'add';
  if (list.kind === 'array')
    return { ...list, readonly: isReadonly, items: changedItem(read(), optional, list.items) };
  const { rest } = list;
  return {
    ...list,
    readonly: isReadonly,
    items: list.items.map((item, at) => {
      const isOptional = optional === undefined ? item.optional : optional === 'add';
      const type = read(at);
      const isWritten = item.type.kind === 'undefinable';
      return {
        ...item,
        optional: isOptional,
        type: type.kind === 'undefinable' && (isOptional || item.optional) && !isWritten ? type.inner : type,
      };
    }),
    ...(rest === undefined ? {} : { rest: changedItem(read(), optional, rest) }),
  };
}

/** The items of a list cannot be left out: `Partial<string[]>` has them undefined. */
function changedItem(type: TypeTree, optional: Modifier, before: TypeTree): TypeTree {
  if (optional === 'remove') return type.kind === 'undefinable' ? type.inner : type;
  if (optional === undefined || type.kind === 'undefinable') return type;
  return {
    kind: 'undefinable',
    made: true,
    inner: type,
    place: before.place,
    text: `${type.text} | undefined`,
  };
}
