import type { FieldMarker, MarkerSyntax } from '../../template/field-marker.js';
import { nameKey } from '../../template/field-name.js';

/** What ends a line for a marker. */
export const LINE_BREAK = /[\n\r\u2028\u2029]/u;

/** A line that may be a marker is looked at up to here, and then once more when it is over. */
export const LONGEST_START = 256;

const LEAD = /^[ \t*_`"'>#•\-[<(]*/u;
const NUMBERED = /^[ \t*_`"'>#•\-[<(]*\d{1,2}(?:[.)][ \t*_`"'>#•\-[<(]*)?/u;

/** What the beginning of a line is: a marker, text for sure, or `open` where what follows will tell. */
export type LineVerdict = FieldMarker | 'text' | 'open';

/** Tells of a line that is still coming whether it begins with the marker of a field, written as one or escaped. */
export class LineStart {
  readonly #syntax: MarkerSyntax;
  readonly #keys: readonly string[];

  constructor(syntax: MarkerSyntax) {
    this.#syntax = syntax;
    this.#keys = syntax.words.map(looseKey);
  }

  /** @param isWhole true where the line is over */
  verdict(line: string, isWhole: boolean): LineVerdict {
    const head = line.slice(0, LONGEST_START);
    const early = this.#headVerdict(head, isWhole && head.length === line.length);
    return early === 'open' && isWhole && head.length < line.length ? this.#headVerdict(line, true) : early;
  }

  #headVerdict(line: string, isWhole: boolean): LineVerdict {
    const marker = this.#syntax.find(line).find(({ start }) => start === 0);
    if (marker === undefined) return !isWhole && this.#mayBegin(line) ? 'open' : 'text';
    // A colon may follow a bracket, and other text a heading.
    const isSure = isWhole || marker.end < line.length || /[:：>]$/u.test(line.slice(0, marker.end));
    return isSure ? marker : 'open';
  }

  #mayBegin(line: string): boolean {
    if (/[:：]/u.test(line)) return false;
    return [LEAD, NUMBERED].some((lead) => {
      const key = looseKey(line.replace(lead, ''));
      return this.#keys.some((name) => name.startsWith(key));
    });
  }
}

/** A name in the spelling that all its spellings begin with as far as they have come, without what may stand around it. */
export function looseKey(word: string): string {
  const letters = nameKey(word).replace(/[\s*_`"'>#•\-[\]<()\\]+/gu, '');
  return letters.normalize('NFD').toUpperCase().toLowerCase();
}
