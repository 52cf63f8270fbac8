import { type Graph, cycles } from '../graph/cycles.js';
import { importGraph } from '../graph/import-graph.js';
import { workspacePackages } from '../tree/workspace-packages.js';
import type { Check } from './check.js';

/** The rooms of a package form floors too. What stands beside rooms in their folder counts as a room of one file. */
export const roomOrderCheck: Check = {
  rule: 'the rooms of a package are ordered: a room imports only from rooms below it',
  find: (tree) =>
    workspacePackages(tree).flatMap(({ folder }) => {
      const files = importGraph(tree, folder);
      return foldersOf([...files.keys()], `${folder}/src`).flatMap((parent) =>
        cycles(roomGraph(files, parent))
          // Files beside each other are the matter of the check of file cycles.
          .filter((rooms) => rooms.some((room) => !files.has(room)))
          .map(([first = '', ...others]) => ({
            path: first,
            message:
              `and ${others.join(', ')} import each other: ${example(files, [first, ...others])}. ` +
              `Move what the lower room takes from the upper one down.`,
          })),
      );
    }),
};

/** Edges between what lies directly in a folder. */
function roomGraph(files: Graph, parent: string): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [from, targets] of files) {
    const room = roomOf(from, parent);
    if (room === undefined) continue;
    const edges = rooms.get(room) ?? new Set();
    rooms.set(room, edges);
    for (const target of targets) {
      const other = roomOf(target, parent);
      if (other !== undefined && other !== room) edges.add(other);
    }
  }
  return rooms;
}

function roomOf(path: string, parent: string): string | undefined {
  if (!path.startsWith(`${parent}/`)) return undefined;
  const [name = ''] = path.slice(parent.length + 1).split('/');
  return `${parent}/${name}`;
}

function foldersOf(files: readonly string[], top: string): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let length = top.split('/').length; length < parts.length; length += 1) {
      folders.add(parts.slice(0, length).join('/'));
    }
  }
  return [...folders].sort();
}

/** One import in each direction that closes the circle, to start from. */
function example(files: Graph, rooms: readonly string[]): string {
  const inside = (path: string): string | undefined =>
    rooms.find((room) => path === room || path.startsWith(`${room}/`));
  const pairs = new Map<string, string>();
  for (const [from, targets] of files) {
    for (const to of targets) {
      const [a, b] = [inside(from), inside(to)];
      if (a !== undefined && b !== undefined && a !== b) pairs.set(`${a} ${b}`, `${from} imports ${to}`);
    }
  }
  return [...pairs.values()].join(', ');
}
