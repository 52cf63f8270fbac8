import ts from 'typescript';
import type { Tree } from './tree.js';

/** One comment of a file, with its slashes. */
export interface Comment {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The comments of a file: not what looks like one in a string. */
export function commentsOf(tree: Tree, path: string): Comment[] {
  const source = tree.syntax(path);
  const ranges = new Map<number, ts.CommentRange>();
  const add = (found: readonly ts.CommentRange[] | undefined): void => {
    for (const range of found ?? []) ranges.set(range.pos, range);
  };
  // Tokens too, which ts.forEachChild leaves out: a comment may stand before a closing brace.
  const visit = (node: ts.Node): void => {
    add(ts.getLeadingCommentRanges(source.text, node.getFullStart()));
    // Behind these, more of the template follows.
    if (!ts.isTemplateHead(node) && !ts.isTemplateMiddle(node)) {
      add(ts.getTrailingCommentRanges(source.text, node.getEnd()));
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...ranges.values()]
    .sort((a, b) => a.pos - b.pos)
    .map(({ pos, end }) => ({
      text: source.text.slice(pos, end),
      line: source.getLineAndCharacterOfPosition(pos).line + 1,
    }));
}
