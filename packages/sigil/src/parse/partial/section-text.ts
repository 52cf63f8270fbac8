import { mayBeNoValue } from '@sigil/schema';
import type { FieldSpec } from '@sigil/spec';
import type { FieldMarker } from '../../template/field-marker.js';
import { isRequired } from '../reply/find-object.js';
import { GrowingText } from './growing-text.js';
import type { Escapes } from './line-escapes.js';

/** The text of a field while it comes: it grows, once it is known to be text and nothing else. */
export class SectionText {
  readonly #escapes: Escapes;
  readonly #text: GrowingText;
  readonly #decoration: string;
  readonly #mayBeNothing: boolean;
  readonly #mayBeJson: boolean;
  /** The beginning, as long as it may be no text. */
  #start: string | undefined = '';
  /** True for what is known when it is whole. */
  #waits: boolean;

  /** @param isFenced true where a fence was opened before the first field, which may close behind the last one */
  constructor(field: FieldSpec, marker: FieldMarker, escapes: Escapes, isFenced: boolean) {
    this.#escapes = escapes;
    this.#text = new GrowingText(isFenced ? /[\s`~]/u : /\s/u);
    this.#decoration = marker.decoration;
    this.#mayBeNothing = field.type.kind === 'nullable' || !isRequired(field);
    // An object behind a name may be the whole answer.
    this.#mayBeJson = marker.closing === undefined;
    this.#waits = marker.isMember;
  }

  /** Undefined for nothing. */
  get shown(): string | undefined {
    return this.#text.text === '' ? undefined : this.#text.text;
  }

  push(piece: string): void {
    if (this.#waits) return;
    const text = this.#escapes.push(piece);
    if (this.#start === undefined) {
      this.#text.push(text);
      return;
    }
    this.#start = (this.#start + text).trimStart();
    if (this.#isOpen(this.#start)) return;
    this.#text.push(this.#start);
    this.#start = undefined;
  }

  #isOpen(start: string): boolean {
    if (start === '') return true;
    const text = this.#decoration === '' ? start : this.#undecorated(start);
    if (text === undefined || text === '') return true;
    // Text in quotes is JSON if its last character is a quote too.
    this.#waits = text.startsWith('"') || (this.#mayBeJson && text.startsWith('{'));
    this.#start = text;
    return this.#waits || (this.#mayBeNothing && mayBeNoValue(text));
  }

  /** Without the second half of the emphasis around the name; undefined where the emphasis ends somewhere else. */
  #undecorated(start: string): string | undefined {
    const decoration = this.#decoration;
    if (start.startsWith(decoration)) return start.slice(decoration.length).trimStart();
    this.#waits = !decoration.startsWith(start);
    return undefined;
  }
}
