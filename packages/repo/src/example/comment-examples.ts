import ts from 'typescript';
import { libraryFiles } from '../tree/source-files.js';
import type { Tree } from '../tree/tree.js';
import { walk } from '../tree/walk.js';
import type { Example } from './example.js';
import { fences } from './fences.js';

const star = /^\s*\* ?/;

/** The examples in the doc comments of what users install, those of inner names too. */
export function commentExamples(tree: Tree): Example[] {
  return libraryFiles(tree)
    .filter((path) => tree.text(path).includes('* ```'))
    .flatMap((path) => docComments(tree.syntax(path)).flatMap((comment) => examplesOf(comment)));
}

function docComments(source: ts.SourceFile): ts.JSDoc[] {
  const found = new Map<number, ts.JSDoc>();
  walk(source, (node) => {
    for (const each of ts.getJSDocCommentsAndTags(node)) if (ts.isJSDoc(each)) found.set(each.pos, each);
  });
  return [...found.values()];
}

function examplesOf(comment: ts.JSDoc): Example[] {
  const source = comment.getSourceFile();
  const text = source.text
    .slice(comment.pos, comment.end)
    .split('\n')
    .map((line) => line.replace(star, ''))
    .join('\n')
    // How the end of a comment is written inside of one.
    .replaceAll('*\\/', '*/');
  return fences(text, source.fileName, source.getLineAndCharacterOfPosition(comment.pos).line + 1);
}
