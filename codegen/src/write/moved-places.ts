import type { Place } from '../declaration/place.js';
import type { Diagnostic } from '../rules/diagnostic.js';
import type { WireEdit } from './wire.js';

/** Diagnostics with the places that they have when the edits have been made. */
export function movedDiagnostics(
  diagnostics: readonly Diagnostic[],
  edits: readonly WireEdit[],
): readonly Diagnostic[] {
  if (edits.length === 0) return diagnostics;
  const texts = new Map(edits.map((edit) => [edit.path, new EditedText(edit)]));
  return diagnostics.map((diagnostic) => {
    const { file, line, column, endLine, endColumn, related } = diagnostic;
    const text = texts.get(file);
    const isPlace =
      line !== undefined && column !== undefined && endLine !== undefined && endColumn !== undefined;
    return {
      ...diagnostic,
      ...(text !== undefined && isPlace ? text.move({ file, line, column, endLine, endColumn }) : {}),
      ...(related === undefined
        ? {}
        : { related: related.map((one) => ({ ...one, ...texts.get(one.file)?.move(one) })) }),
    };
  });
}

/** A source before and after its edit. */
class EditedText {
  readonly #before: readonly number[];
  readonly #after: readonly number[];
  readonly #insertions: WireEdit['insertions'];

  constructor({ previous, text, insertions }: WireEdit) {
    this.#before = lineStarts(previous);
    this.#after = lineStarts(text);
    this.#insertions = insertions;
  }

  move(place: Place): Place {
    const start = this.#offset(place.line, place.column);
    const end = this.#offset(place.endLine, place.endColumn);
    // What is inserted where a stretch ends stands after it.
    const [from, to] = [this.#moved(start, start), this.#moved(end, Math.max(start, end - 1))];
    return { file: place.file, line: from[0], column: from[1], endLine: to[0], endColumn: to[1] };
  }

  #offset(line: number, column: number): number {
    return (this.#before[line - 1] ?? 0) + column - 1;
  }

  #moved(offset: number, lastPart: number): readonly [line: number, column: number] {
    const added = this.#insertions.filter(({ at }) => at <= lastPart);
    const moved = added.reduce((sum, { text }) => sum + text.length, offset);
    const line = this.#after.findLastIndex((start) => start <= moved);
    return [line + 1, moved - (this.#after[line] ?? 0) + 1];
  }
}

/** Offsets of the first characters of all lines, without the byte order mark, as the compiler counts lines. */
function lineStarts(text: string): readonly number[] {
  const breaks = text.replace(/^\uFEFF/u, '').matchAll(/\r\n|[\n\r\u2028\u2029]/gu);
  return [0, ...[...breaks].map((found) => found.index + found[0].length)];
}
