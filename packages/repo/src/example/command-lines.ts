import type { Tree } from '../tree/tree.js';
import { documents } from './documents.js';
import { fences } from './fences.js';

/** A command that a document tells its reader to type, or speaks of. */
export interface CommandLine {
  readonly path: string;
  readonly line: number;
  /** By blanks; quotes are taken off. */
  readonly words: readonly string[];
  /** False inside a sentence, where what every command needs may be left out. */
  readonly isWhole: boolean;
}

const shells = new Set(['sh', 'bash', 'shell']);
const inSentence = /`((?:npx )?sigil [a-z][^`]*|npm (?:run )?[a-z][\w:-]*)`/g;

/** The commands of all documents: the lines of their `sh` blocks, and those in backquotes. */
export function commandLines(tree: Tree): CommandLine[] {
  return documents(tree).flatMap((path) => {
    const text = tree.text(path);
    const examples = fences(text, path);
    const inBlocks = examples
      .filter(({ language }) => shells.has(language))
      .flatMap(({ code, line }) =>
        linesOf(code).map((each) => ({ ...each, path, line: line + each.line, isWhole: true })),
      );
    const fenced = new Set(
      examples.flatMap(({ code, line }) => code.split('\n').map((_, index) => line + index)),
    );
    const inSentences = text.split('\n').flatMap((sentence, index) =>
      fenced.has(index + 1)
        ? []
        : [...sentence.matchAll(inSentence)].map(([, command = '']) => ({
            path,
            line: index + 1,
            words: wordsOf(command),
            isWhole: false,
          })),
    );
    return [...inBlocks, ...inSentences];
  });
}

/** Those that a backslash continues are one; several commands on a line are several. */
function linesOf(code: string): { line: number; words: string[] }[] {
  const found: { line: number; words: string[] }[] = [];
  let continued = '';
  for (const [index, text] of code.split('\n').entries()) {
    const whole = `${continued}${text}`;
    if (whole.endsWith('\\')) {
      continued = whole.slice(0, -1);
      continue;
    }
    continued = '';
    for (const command of whole.replace(/(^|\s)#.*$/, '').split(/&&|;|\|/)) {
      const words = wordsOf(command);
      if (words.length > 0) found.push({ line: index, words });
    }
  }
  return found;
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"[^"]*"|'[^']*'|\S+/g)].map(([word]) => word.replace(/^(['"])(.*)\1$/, '$2'));
}
