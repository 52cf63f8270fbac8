import ts from 'typescript';
import { walk } from '../tree/walk.js';
import type { ModuleLine } from './example-module.js';

const mark = /^\s*\/\/ -> (.*)$/;

/** What a module that says so does when it runs. */
export interface Expectations {
  /** The module as it is compiled, line for line: what has a value hands it to `expectValue`. */
  readonly lines: readonly ModuleLine[];
  /** The lines that it prints, each with the place that says so. */
  readonly output: readonly ModuleLine[];
  /** False where nothing is expected: then it is compiled only. */
  readonly runs: boolean;
  /** Marks behind something that has no value. */
  readonly misplaced: readonly ModuleLine[];
}

/**
 * Reads the marks `// -> result` behind expressions, on their line or on lines of their own below. Behind `console.log` it
 * is what it prints; behind any other expression, its value in TypeScript.
 *
 * @example
 * ```ts
 * readExpectations([{ text: 'f(1); // -> 2', path: 'a.ts', line: 1 }]).lines; // expectValue("a.ts:1", (f(1)), 2);
 * ```
 */
export function readExpectations(lines: readonly ModuleLine[]): Expectations {
  const texts = lines.map(({ text }) => text);
  const source = ts.createSourceFile('example.ts', texts.join('\n'), ts.ScriptTarget.Latest, true);
  const output: ModuleLine[] = [];
  const seen = new Set<number>();
  walk(source, (statement) => {
    if (!ts.isExpressionStatement(statement)) return;
    const from = source.getLineAndCharacterOfPosition(statement.getStart());
    const to = source.getLineAndCharacterOfPosition(statement.getEnd());
    const marks = marksBehind(texts, to);
    if (marks.length === 0) return;
    for (const { at } of marks) seen.add(at);
    if (isPrint(statement.expression)) {
      for (const { at, text } of marks) output.push({ ...placeOf(lines, at), text });
      return;
    }
    const last = texts[to.line] ?? '';
    const place = placeOf(lines, from.line);
    texts[to.line] = `${last.slice(0, to.character).replace(/;$/, '')}),`;
    for (const { at, text } of marks) texts[at] = at === to.line ? `${texts[at] ?? ''} ${text}` : text;
    const end = marks.at(-1)?.at ?? to.line;
    texts[end] = `${texts[end] ?? ''});`;
    const first = texts[from.line] ?? '';
    const call = `expectValue(${JSON.stringify(`${place.path}:${place.line}`)}, (`;
    texts[from.line] = `${first.slice(0, from.character)}${call}${first.slice(from.character)}`;
  });
  const marked = lines.flatMap((line, at) => (/\/\/ -> /.test(line.text) ? [{ line, at }] : []));
  return {
    lines: lines.map((line, at) => ({ ...line, text: texts[at] ?? '' })),
    output,
    runs: marked.length > 0,
    misplaced: marked.filter(({ at }) => !seen.has(at)).map(({ line }) => line),
  };
}

function marksBehind(
  texts: readonly string[],
  { line, character }: ts.LineAndCharacter,
): { at: number; text: string }[] {
  const beside = mark.exec((texts[line] ?? '').slice(character))?.[1];
  const found = beside === undefined ? [] : [{ at: line, text: beside }];
  for (let at = line + 1; ; at += 1) {
    const text = mark.exec(texts[at] ?? '')?.[1];
    if (text === undefined) return found;
    found.push({ at, text });
  }
}

function placeOf(lines: readonly ModuleLine[], at: number): ModuleLine {
  const line = lines[at];
  if (line === undefined) throw new RangeError(`There is no line ${at} in a module of ${lines.length}.`);
  return line;
}

function isPrint(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
}
