import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { generatedPath } from '../sources/source-paths.js';

/** A source with the lines that connect its classes to their artifacts. */
export interface WireEdit {
  /** Relative to the project root. */
  readonly path: string;
  readonly previous: string;
  readonly text: string;
  /** What is inserted, and before which offset of the previous text without its byte order mark. */
  readonly insertions: readonly { readonly at: number; readonly text: string }[];
  /** Names of the classes that were connected. */
  readonly classes: readonly string[];
}

/**
 * Inserts the import of the generated file and the static members where they are missing, in the file's own style.
 *
 * @param previous the file as it is on disk
 * @returns undefined when nothing is missing
 */
export function wireEdit(source: SourceDeclaration, previous: string): WireEdit | undefined {
  const { wiring, file } = source;
  if (wiring.classes.length === 0) return undefined;
  const { lineEnd, semicolon, quote } = wiring;
  const namespace = wiring.namespace ?? wiring.freeName;
  const insertions: { at: number; text: string }[] = wiring.classes.map(({ name, bodyStart, indent }) => {
    const member = `static readonly artifact = ${namespace}.${name}`;
    return indent === undefined
      ? { at: bodyStart, text: ` ${member};` }
      : { at: bodyStart, text: `${lineEnd}${indent}${member}${semicolon}${lineEnd}` };
  });
  if (wiring.namespace === undefined) {
    const stem = (generatedPath(file).split('/').at(-1) ?? '').replace(/\.[cm]?ts$/u, '');
    const escaped = stem.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    const specifier = `${quote}./${escaped}${wiring.extension}${quote}`;
    const line = `import * as ${namespace} from ${specifier}${semicolon}`;
    insertions.push({ at: wiring.importsEnd, text: `${lineEnd}${line}` });
  }
  // Offsets are those of the text without a byte order mark.
  const mark = previous.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (edited, { at, text: added }) => edited.slice(0, at) + added + edited.slice(at),
      previous.slice(mark.length),
    );
  return {
    path: file,
    previous,
    text: mark + text,
    insertions,
    classes: wiring.classes.map(({ name }) => name),
  };
}
