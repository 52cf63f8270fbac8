import type { FieldMarker } from '../../template/field-marker.js';
import { escapePattern } from '../../template/field-name.js';
import { readRoots } from '../tree/read-roots.js';

/** What a reply says behind one marker. */
export interface Section {
  readonly marker: FieldMarker;
  /** The value, without edges and without the emphasis or the tag around it. */
  readonly text: string;
  /** Where the section ends: at the next marker, or behind the closing tag. */
  readonly end: number;
  /** True for a tag that nothing closes. */
  readonly isCut: boolean;
}

/**
 * Cuts a text at its markers. A section runs to the next one; that of a tag to its closing tag, whatever stands between
 * the two. Tags are text where the lines of a reply already say every output, and below the line of an output: values
 * may be written in HTML. For the same reason the tag of an input means nothing without one of an output.
 *
 * @param isOutput which markers are those of an output
 * @param isComplete tells whether markers name every output that has to be there
 */
export function cutSections(
  body: string,
  markers: readonly FieldMarker[],
  isOutput: (marker: FieldMarker) => boolean,
  isComplete: (markers: readonly FieldMarker[]) => boolean,
): readonly Section[] {
  const lines = markers.filter((marker) => marker.closing === undefined);
  const hasTags = markers.some((marker) => marker.closing !== undefined && isOutput(marker));
  const startsWithTag = markers[0]?.closing !== undefined;
  const counted = hasTags && (startsWithTag || !isComplete(lines.filter(isOutput))) ? markers : lines;

  const starts: { readonly marker: FieldMarker; readonly closing: Closing | undefined }[] = [];
  let belowLine = false;
  let from = 0;
  // What stands nowhere behind one tag stands nowhere behind the next.
  const missing = new Set<string>();
  for (const marker of counted) {
    const isTag = marker.closing !== undefined;
    if (marker.start < from || (isTag && belowLine)) continue;
    belowLine ||= !isTag && isOutput(marker);
    const closing = missing.has(marker.closing ?? '') ? undefined : closingOf(body, marker);
    if (closing === undefined && marker.closing !== undefined) missing.add(marker.closing);
    starts.push({ marker, closing });
    from = closing?.end ?? marker.end;
  }
  return starts.map(({ marker, closing }, index) => {
    const next = starts[index + 1]?.marker.start ?? body.length;
    return {
      marker,
      text: valueText(body.slice(marker.end, closing?.start ?? next), marker),
      end: closing?.end ?? next,
      isCut: marker.closing !== undefined && closing === undefined,
    };
  });
}

/** The value in the text behind a marker, without what belongs to the marker. */
export function valueText(behind: string, { isMember, decoration }: FieldMarker): string {
  const text = behind.trim();
  return isMember ? withoutComma(text) : undecorated(text, decoration);
}

interface Closing {
  readonly start: number;
  readonly end: number;
}

function closingOf(body: string, { closing, end }: FieldMarker): Closing | undefined {
  if (closing === undefined) return undefined;
  const match = new RegExp(escapePattern(closing), 'iu').exec(body.slice(end));
  return match === null ? undefined : { start: end + match.index, end: end + match.index + match[0].length };
}

/** Takes off emphasis that opened before the field's name and closes behind the colon or behind the value. */
function undecorated(text: string, decoration: string): string {
  if (decoration === '') return text;
  if (text.startsWith(decoration)) return text.slice(decoration.length).trim();
  return text.endsWith(decoration) ? text.slice(0, -decoration.length).trim() : text;
}

/** Takes off the comma behind a member of an object that the reply gave without its braces. */
function withoutComma(text: string): string {
  if (!text.endsWith(',')) return text;
  const value = text.slice(0, -1);
  const [only] = readRoots(value, undefined);
  const isJson =
    /^(?:"[^"\n]*"|[-\d.]+|true|false|null)$/u.test(value) ||
    (only?.start === 0 && only.end === value.length);
  return isJson ? value : text;
}
