import type { Tree } from '../tree/tree.js';

/** The Markdown that people read: READMEs, what stands in the root, `docs/`. */
export function documents(tree: Tree): string[] {
  return tree.paths.filter((path) => path.endsWith('.md') && !/\/(fixtures|samples)\//.test(path));
}
