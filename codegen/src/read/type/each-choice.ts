import type { EnumTree } from '../../declaration/type-tree.js';

/** The values of a choice, each as a choice of its own, with all that is said of it. */
export function eachChoice(tree: EnumTree): readonly EnumTree[] {
  return tree.values.map((value, at) => only(tree, value, at));
}

function only(
  { kind, place, members, declared, called, marks, marked }: EnumTree,
  value: Value,
  at: number,
): EnumTree {
  const member = members?.[at];
  const own = declared?.filter((one) => one.value === value) ?? [];
  const names = called?.filter((one) => one.value === value) ?? [];
  const all = marked?.filter((one) => one.value === value) ?? [];
  return {
    kind,
    values: [value],
    place,
    text: JSON.stringify(value),
    ...(member === undefined ? {} : { members: [member] }),
    ...(own.length === 0 ? {} : { declared: own }),
    ...(names.length === 0 ? {} : { called: names }),
    ...(marks === undefined ? {} : { marks }),
    ...(all.length === 0 ? {} : { marked: all }),
  };
}

type Value = EnumTree['values'][number];
