import { ts } from './ts-morph.js';
import { attachedDocs } from './read-doc.js';

/**
 * Doc comments in a class or in a type that belong to nothing: on the line of earlier code (`{ /** a *\/ x: string }`),
 * between a decorator and the name, or above another doc comment. The compiler passes over them without a word.
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

function countOf(text: string): number {
  return text.split('/**').length - 1;
}

function isDoc(comment: string): boolean {
  return /^\/\*\*[^*/]/u.test(comment);
}
