import type { Place } from './place.js';
import type { RemarkNotation } from './remark-notation.js';

/** Words about a value, and where the value stands. */
export interface Remark {
  readonly place: Place;
  readonly words: string;
  /** Those for a reply of which not all is shown: they name the value. */
  readonly wordsWithName: string;
}

/** A reply of more characters is shown around its remarks only. */
const MAX_SHOWN = 4000;

/** How much is shown before a value, of its beginning, and behind it, in characters. */
const BEFORE = 120;
const BEHIND = 200;

/** Fewer characters than this are not worth leaving out. */
const MIN_LEFT_OUT = 200;

/**
 * A reply with each remark right behind its value. A long one is shown around its remarks: lines that begin with the
 * mark of a remark say how much was left out.
 *
 * @param start where the answer begins; what stands before it is left out
 * @param remarks at least one
 */
export function annotatedReply(
  reply: string,
  start: number,
  remarks: readonly Remark[],
  notation: RemarkNotation,
): string {
  const sorted = remarks.toSorted((a, b) => a.place.end - b.place.end);
  const pieces: string[] = [];
  const ranges = shownRanges(reply, start, sorted);
  const isWhole = ranges[0]?.end === reply.length;
  let at = 0;
  for (const range of ranges) {
    if (range.start > at) pieces.push(leftOut(range.start - at, notation, at > 0));
    at = range.start;
    for (const { place, words, wordsWithName } of sorted) {
      if (place.end < range.start || place.end > range.end) continue;
      const remark = notation.remark(fitting(reply, place), isWhole ? words : wordsWithName);
      pieces.push(reply.slice(at, place.end), remark);
      at = place.end;
    }
    pieces.push(reply.slice(at, range.end));
    at = range.end;
  }
  if (at < reply.length) pieces.push(leftOut(reply.length - at, notation, true).trimEnd());
  return pieces.join('');
}

/** A remark to the end of the line where the line goes on would take the rest of it in. */
function fitting(reply: string, { end, notation }: Place): Place['notation'] {
  const isEnd = /^[^\S\n]*(?:\n|$)/u.test(reply.slice(end, end + BEHIND));
  return notation === 'line' && !isEnd ? 'json' : notation;
}

function leftOut(count: number, notation: RemarkNotation, isBehind: boolean): string {
  const noun = count === 1 ? 'character is' : 'characters are';
  return `${isBehind ? '\n' : ''}${notation.mark('line')} ${count} ${noun} not shown here\n`;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is shown of a reply, in its order. */
function shownRanges(reply: string, start: number, remarks: readonly Remark[]): readonly Range[] {
  if (reply.length - start <= MAX_SHOWN) return [{ start, end: reply.length }];
  const around = remarks.flatMap(({ place }): Range[] => [
    { start: place.start - BEFORE, end: Math.min(place.start + BEHIND, place.end) },
    { start: Math.max(place.start, place.end - BEHIND), end: place.end + BEHIND },
  ]);
  const ranges: Range[] = [];
  for (const one of around.toSorted((a, b) => a.start - b.start)) {
    const range = { start: whole(reply, Math.max(one.start, start)), end: whole(reply, one.end) };
    const last = ranges.at(-1);
    if (last !== undefined && range.start - last.end < MIN_LEFT_OUT)
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else if (range.start - start < MIN_LEFT_OUT) ranges.push({ start, end: range.end });
    else ranges.push(range);
  }
  const last = ranges.at(-1);
  if (last !== undefined && reply.length - last.end < MIN_LEFT_OUT)
    ranges[ranges.length - 1] = { start: last.start, end: reply.length };
  return ranges;
}

/** The nearest index that is inside of no character. */
function whole(text: string, index: number): number {
  const at = Math.min(index, text.length);
  return /^[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at;
}
