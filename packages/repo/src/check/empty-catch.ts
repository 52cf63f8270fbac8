import ts from 'typescript';
import { writtenFiles } from '../tree/source-files.js';
import { lineOf, walk } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

/** An error that is caught and dropped is a feature that never ran. */
export const emptyCatchCheck: Check = {
  rule: 'no error is caught and dropped',
  find: (tree) =>
    writtenFiles(tree).flatMap((path) => {
      const found: Finding[] = [];
      walk(tree.syntax(path), (node) => {
        if (!isEmptyCatch(node)) return;
        found.push({
          path,
          line: lineOf(node),
          message: 'catches an error and drops it. Handle it, or let it pass.',
        });
      });
      return found;
    }),
};

function isEmptyCatch(node: ts.Node): boolean {
  if (ts.isCatchClause(node)) return node.block.statements.length === 0;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [handler] = node.arguments;
  return (
    node.expression.name.text === 'catch' &&
    handler !== undefined &&
    (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)) &&
    ts.isBlock(handler.body) &&
    handler.body.statements.length === 0
  );
}
