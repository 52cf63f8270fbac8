import type { ts } from '../ts-morph.js';

/** Comments and bars; nothing else stands between two members of a union. */
const PARTS = /\/\*[^]*?\*\/|\/\/[^\n]*|\||\n/gu;

/** A comment with its delimiters, and where it begins in its file. */
export interface FoundComment {
  readonly raw: string;
  readonly start: number;
}

/**
 * The documentation of a member of a union: the last doc comment before it, on either side of its bar, or else the one
 * behind it on its line.
 *
 * @param before where the member before ends, or the union begins
 */
export function memberComment(node: ts.TypeNode, before: number): FoundComment | undefined {
  const { text } = node.getSourceFile();
  const above = docsIn(text.slice(before, node.getStart()), before > 0 && node.parent.pos !== before).at(-1);
  return above === undefined ? docBehind(text, node.end) : { raw: above[0], start: before + above.index };
}

/** @param isBehind whether what stands on the first line belongs to the member before, when its bar is on another */
function docsIn(text: string, isBehind: boolean): readonly RegExpExecArray[] {
  const parts = [...text.matchAll(PARTS)];
  const line = parts.findIndex(([part]) => part === '\n');
  const bar = parts.findIndex(([part]) => part === '|');
  const own = isBehind && line >= 0 && line < bar ? parts.slice(line) : parts;
  return own.filter(([part]) => part.startsWith('/**') && part !== '/**/');
}

/** A doc comment between a member and the end of its line, where no other member follows on it. */
function docBehind(text: string, end: number): FoundComment | undefined {
  const rest = /^([ \t]*)(\/\*\*[^]*?\*\/)[ \t]*;?[ \t]*(?:\n|\r|$)/u.exec(text.slice(end, end + 2000));
  if (rest?.[2] === undefined) return undefined;
  return { raw: rest[2], start: end + (rest[1] ?? '').length };
}
