import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cycles } from './cycles.js';

const graph = (edges: Record<string, string[]>): Map<string, Set<string>> =>
  new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

it('finds nothing in a graph that goes one way', () => {
  expect(cycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
});

it('finds each group that can reach itself, and a node that points at itself', () => {
  expect(cycles(graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: ['d'], f: ['f', 'a'] }))).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
    ['f'],
  ]);
});

it('puts two nodes in one group exactly when each can reach the other', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 14 }), (edges) => {
      const all = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, new Set<string>()]));
      for (const [from, to] of edges) all.get(from)?.add(to);
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        [...(all.get(from) ?? [])].some((next) => {
          if (next === to) return true;
          if (seen.has(next)) return false;
          return reaches(next, to, seen.add(next));
        });
      const groups = cycles(all);
      for (const a of all.keys()) {
        for (const b of all.keys()) {
          const together = groups.some((group) => group.includes(a) && group.includes(b));
          expect(together, `${a} ${b}`).toBe(reaches(a, b) && reaches(b, a));
        }
      }
    }),
  );
});
