import type { FieldMarker } from '../../template/field-marker.js';

/** What a marker is where it stands: text, the start of a value, or a tag whose value ends where the tag is closed. */
export type Meaning = 'text' | 'value' | 'tag';

/** Told of the fields in a stream. */
export interface FieldListener {
  marker(marker: FieldMarker): Meaning;
  text(piece: string): void;
  /** The tag is closed. */
  closed(): void;
}

/** Finds the fields in a stream. */
export interface FieldReader {
  push(text: string): void;
  /** From here on everything is text. */
  stop(): void;
}
