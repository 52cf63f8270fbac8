import { ts } from './ts-morph.js';
import { attachedDocs } from './read-doc.js';
import { memberComment } from './type/member-comment.js';

/**
 * Doc comments in a class or in a type that belong to nothing: on the line of earlier code (`{ /** a *\/ x: string }`),
 * between a decorator and the name, or above another doc comment. The compiler passes over them without a word; also over
 * those in a union, of which we read the comments of literals.
 *
 * @returns start and end of each, as offsets into the file
 */
export function strayDocs(declaration: ts.Node): readonly (readonly [start: number, end: number])[] {
  const source = declaration.getSourceFile();
  const used = new Set<number>();
  const found = new Map<number, number>();
  const start = declaration.getStart(source);
  const count = countOf(source.text.slice(start, declaration.end));
  if (count === 0) return [];

  const visit = (node: ts.Node): void => {
    const last = attachedDocs(node).at(-1);
    if (last !== undefined) used.add(last.pos);
    if (ts.isUnionTypeNode(node)) {
      for (const pos of memberComments(node)) used.add(pos);
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  // Most declarations have none, and their tokens need not be looked at.
  if (count === [...used].filter((pos) => pos >= start).length) return [];

  // Every comment stands before or after a token.
  const collect = (node: ts.Node): void => {
    if (ts.isBlock(node) || ts.isJSDoc(node)) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.end) ?? []),
    ];
    for (const range of ranges) {
      const text = source.text.slice(range.pos, range.end);
      const isInside = range.pos >= start && range.end <= declaration.end;
      if (isInside && isDoc(text) && !used.has(range.pos)) found.set(range.pos, range.end);
    }
    for (const child of node.getChildren(source)) collect(child);
  };
  collect(declaration);
  return [...found].sort(([a], [b]) => a - b);
}

/** The comments beside literals of a union, which we read where the compiler does not. */
function memberComments(node: ts.UnionTypeNode): readonly number[] {
  return node.types.flatMap((type, at) => {
    const isValue =
      ts.isLiteralTypeNode(type) || (ts.isTypeReferenceNode(type) && ts.isQualifiedName(type.typeName));
    const comment = isValue ? memberComment(type, node.types[at - 1]?.end ?? node.pos) : undefined;
    return comment === undefined ? [] : [comment.start];
  });
}

function countOf(text: string): number {
  return text.split('/**').length - 1;
}

function isDoc(comment: string): boolean {
  return /^\/\*\*[^*/]/u.test(comment);
}
