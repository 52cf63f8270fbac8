import { ts } from './ts-morph.js';
import { parseDocComment, type DocComment } from '../declaration/doc-comment.js';
import type { PlaceOf } from './place-of.js';

/** The documentation of a declaration: the last doc comment that the compiler attaches to it. */
export function readDoc(node: ts.Node, placeOf: PlaceOf): DocComment | undefined {
  const attached = attachedDocs(node).at(-1);
  if (attached === undefined) return undefined;
  const source = node.getSourceFile();
  return parseDocComment(source.text.slice(attached.pos, attached.end), (start, end) =>
    placeOf(source, attached.pos + start, attached.pos + end),
  );
}

/** The doc comments that the compiler attaches to a node. */
export function attachedDocs(node: ts.Node): readonly ts.JSDoc[] {
  // Where the parser puts them, left out of its public type. The public function goes through the parents as well.
  if (Reflect.get(node, 'jsDoc') === undefined) return [];
  return ts
    .getJSDocCommentsAndTags(node)
    .filter((part): part is ts.JSDoc => ts.isJSDoc(part) && part.parent === node);
}
