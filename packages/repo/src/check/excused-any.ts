import ts from 'typescript';
import { libraryFiles } from '../tree/source-files.js';
import { lineOf, walk } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

const excuse = /oxlint-disable(-next-line|-line)? .*no-explicit-any.* -- \S/;

/** `any` switches the compiler off for whatever it touches. */
export const excusedAnyCheck: Check = {
  rule: "library source has no 'any' without a comment that disables the rule and gives the reason",
  find: (tree) =>
    libraryFiles(tree).flatMap((path) => {
      const lines = tree.text(path).split('\n');
      const wholeFile = lines.some((line) => excuse.exec(line)?.[1] === undefined && excuse.test(line));
      const found: Finding[] = [];
      walk(tree.syntax(path), (node) => {
        if (node.kind !== ts.SyntaxKind.AnyKeyword || wholeFile) return;
        const line = lineOf(node);
        if ([lines[line - 2], lines[line - 1]].some((text) => text !== undefined && excuse.test(text)))
          return;
        found.push({
          path,
          line,
          message: "has 'any'. Use unknown and a type guard, or disable the rule with ' -- reason'.",
        });
      });
      return found;
    }),
};
