import ts from 'typescript';
import { libraryFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import { lineOf, walk } from '../tree/walk.js';
import type { Check, Finding } from './check.js';

const options = /(?:Options|Settings|Config)$/;

/** Members that a library reads from what is handed to it: c12 follows `extends` of a configuration. */
const readByLibraries = new Set(['SigilConfig.extends']);

/** Whoever sets such an option believes that it does something. Members are compared by their names alone. */
export const unreadOptionsCheck: Check = {
  rule: 'no option is declared that nothing reads',
  find(tree) {
    const files = libraryFiles(tree);
    const read = new Set(files.flatMap((path) => membersRead(tree, path)));
    return files.flatMap((path) => {
      const found: Finding[] = [];
      for (const statement of tree.syntax(path).statements) {
        if (!ts.isInterfaceDeclaration(statement) || !options.test(statement.name.text)) continue;
        for (const member of statement.members) {
          const { name } = member;
          if (name === undefined || !ts.isIdentifier(name) || read.has(name.text)) continue;
          if (readByLibraries.has(`${statement.name.text}.${name.text}`)) continue;
          const message = `declares ${statement.name.text}.${name.text}, which nothing reads. Delete it.`;
          found.push({ path, line: lineOf(member), message });
        }
      }
      return found;
    });
  },
};

/** `a` of `options.a`, of `options['a']` and of `const { a } = options`. */
function membersRead(tree: Tree, path: string): string[] {
  const found: string[] = [];
  walk(tree.syntax(path), (node) => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.name.text);
    else if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
      found.push(node.argumentExpression.text);
    } else if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) found.push(name.text);
    }
  });
  return found;
}
