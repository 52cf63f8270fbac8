/** Who points at whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The groups of nodes that can reach each other, each sorted, by Tarjan's algorithm ("Depth-first search and linear
 * graph algorithms", 1972). A node alone is no group, unless it points at itself.
 *
 * @example
 * ```ts
 * cycles(new Map([['a', new Set(['b'])], ['b', new Set(['a'])]])); // [['a', 'b']]
 * ```
 */
export function cycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    open.push(node);
    let low = index;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(node, low);
    if (low === index) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1 || graph.get(node)?.has(node) === true) found.push(group.sort());
    }
    return low;
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
