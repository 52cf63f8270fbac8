import ts from 'typescript';
import { libraryFiles } from '../tree/source-files.js';
import { lineOf, walk } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

/** Then any builder can build the packages: not every one lowers decorators. */
export const appliedDecoratorsCheck: Check = {
  rule: 'library source defines decorators and never applies one',
  find: (tree) =>
    libraryFiles(tree).flatMap((path) => {
      const found: Finding[] = [];
      walk(tree.syntax(path), (node) => {
        if (!ts.isDecorator(node)) return;
        found.push({
          path,
          line: lineOf(node),
          message: `applies ${node.getText()}. Call the function instead.`,
        });
      });
      return found;
    }),
};
