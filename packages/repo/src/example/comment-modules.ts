import { dirname, relative } from 'node:path/posix';
import { shippedFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import { publicPackages } from '../tree/workspace-packages.js';
import { commentExamples } from './comment-examples.js';
import { fileOf, linesOf } from './document-modules.js';
import { isTypeScript, type Example } from './example.js';
import type { ExampleModule } from './example-module.js';
import { freeNames } from './free-names.js';
import { doorNames, exportedNames, type KnownNames } from './known-names.js';

/** What stands around the examples of comments besides our packages: a file of the temporary project. */
export interface Stage {
  /** From the folder of the project. */
  readonly file: string;
  /** What it exports. */
  readonly names: readonly string[];
}

/**
 * The examples of doc comments, each as a module of its own. A comment has no room for imports: what it uses and does not
 * declare is imported from the doors of our packages, from its own file, from the stage, or from another file of its package.
 *
 * @param built gives the built module of a source file, absolute
 */
export function commentModules(tree: Tree, stage: Stage, built: (path: string) => string): ExampleModule[] {
  const namesOf = (path: string): [string, string][] =>
    exportedNames(tree, path).map((name) => [name, built(path)]);
  const packages = publicPackages(tree).map(({ folder }) => ({
    folder,
    doors: doorNames(tree, folder),
    inner: shippedFiles(tree, folder).flatMap(namesOf),
  }));
  return commentExamples(tree)
    .filter(isTypeScript)
    .map((example) => {
      const name = fileOf(example) ?? `example.${example.language}`;
      const file = `${example.path.replace(/\.ts$/, '')}/line-${example.line}/${name}`;
      const home = packages.find(({ folder }) => example.path.startsWith(`${folder}/`));
      const onStage = relativeImport(file, stage.file);
      // The later ones count.
      const known: KnownNames = new Map([
        ...(home?.inner ?? []),
        ...stage.names.map((each): [string, string] => [each, onStage]),
        ...namesOf(example.path),
        ...(home?.doors ?? []),
      ]);
      const first = { text: importsFor(example, known), path: example.path, line: example.line };
      return { file, lines: [first, ...linesOf(example)] };
    });
}

/** How one file of the project imports another. */
export function relativeImport(from: string, to: string): string {
  const path = relative(dirname(from), to).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/** On one line, in front of the example. */
function importsFor({ code }: Example, known: KnownNames): string {
  return freeNames(code)
    .flatMap(({ name, isType }) => {
      const from = known.get(name);
      return from === undefined ? [] : [`import { ${isType ? 'type ' : ''}${name} } from '${from}';`];
    })
    .join(' ');
}
