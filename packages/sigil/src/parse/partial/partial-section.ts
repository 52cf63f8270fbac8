import { bodyOf, fromJson, holdsNull, isNoValue } from '@sigil/schema';
import type { FieldSpec, JsonValue, ValueType } from '@sigil/spec';
import type { FieldMarker } from '../../template/field-marker.js';
import { Fitting, MISFIT } from '../fit/fitting.js';
import { readText } from '../fit/fit-scalar.js';
import { isRequired } from '../reply/find-object.js';
import { fitText } from '../reply/fit-text.js';
import { valueText } from '../reply/sections.js';
import type { Escapes } from './line-escapes.js';
import { jsonKinds, SectionJson } from './section-json.js';
import { SectionText } from './section-text.js';
import { NOTHING, type Progress } from './shown-property.js';

/** What a section needs beside its field. */
export interface SectionLayout {
  readonly escapes: () => Escapes;
  readonly unescape: (text: string) => string;
  /** True for a layout of tags, in which an empty text is one. */
  readonly hasEmptyTexts: boolean;
  /** True where the fields stand in a fence. */
  readonly isFenced: boolean;
}

/** The value of a field behind its marker, while it comes. */
export class PartialSection {
  readonly #field: FieldSpec;
  readonly #marker: FieldMarker;
  readonly #layout: SectionLayout;
  readonly #text: SectionText | undefined;
  readonly #json: SectionJson | undefined;
  #raw = '';
  /** True where one line may say the whole value. */
  #isLine: boolean;
  #whole: unknown = NOTHING;
  progress: Progress = 'incomplete';

  constructor(field: FieldSpec, marker: FieldMarker, layout: SectionLayout) {
    this.#field = field;
    this.#marker = marker;
    this.#layout = layout;
    const kinds = field.stream === 'done' ? undefined : jsonKinds(field.type);
    const isText = bodyOf(field.type).kind === 'string';
    if (isText) this.#text = new SectionText(field, marker, layout.escapes(), layout.isFenced);
    if (kinds !== undefined) this.#json = new SectionJson(field.type, kinds);
    const isPlain = marker.closing === undefined && marker.decoration === '' && !marker.isMember;
    this.#isLine = isPlain && fitsLine(bodyOf(field.type));
  }

  /** True inside of an object: a name at the start of a line is a key of it. */
  get isInObject(): boolean {
    return this.#json?.isInObject === true;
  }

  get shown(): unknown {
    if (this.#whole !== NOTHING) return this.#whole;
    return this.#text === undefined ? (this.#json?.shown ?? NOTHING) : (this.#text.shown ?? NOTHING);
  }

  push(piece: string): void {
    this.#raw += piece;
    this.#text?.push(piece);
    this.#json?.push(piece);
    if (this.#json?.isWhole === true) this.progress = 'complete';
    if (this.#isLine && piece.includes('\n')) this.#readLine();
  }

  /** Nothing more comes. */
  end(): void {
    this.#json?.end();
    if (this.#json?.isWhole === true) this.progress = 'complete';
    if (this.progress === 'complete' || this.#json?.hasBegun === true) return;
    const text = valueText(this.#raw, this.#marker);
    const { type } = this.#field;
    const isEmpty = text === '' && type.kind === 'string';
    if (isEmpty && this.#layout.hasEmptyTexts) {
      this.#whole = '';
      this.progress = 'complete';
    }
    const isNull = type.kind === 'nullable' || (text === 'null' && holdsNull(type));
    if (isEmpty || (!isRequired(this.#field) && isNoValue(text) && !isNull)) return;
    this.#take(text);
  }

  /** A line that is the value can be followed by what makes the reply unusable, but not by what makes it another value. */
  #readLine(): void {
    const line = /^\s*(\S[^\n]*)\n/u.exec(this.#raw)?.[1]?.trim();
    if (line === undefined) return;
    this.#isLine = false;
    const body = bodyOf(this.#field.type);
    if (isScalar(body) && !isNoValue(line) && readText(line, body)?.exact === true) this.#take(line);
  }

  #take(text: string): void {
    const fitting = new Fitting('error');
    const { type, name } = this.#field;
    const place = { around: undefined, key: name };
    const value = fitText(text, type, place, { fitting, unescape: this.#layout.unescape });
    if (value === MISFIT) return;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what fits a type is JSON
    this.#whole = fromJson(type, value as JsonValue, fitting.references);
    this.progress = 'complete';
  }
}

type ScalarType = Parameters<typeof readText>[1];

function isScalar(type: ValueType): type is ScalarType {
  return ['number', 'boolean', 'enum', 'bigint', 'date', 'template'].includes(type.kind);
}

/** True for a type of which every value is one line. */
function fitsLine(type: ValueType): boolean {
  if (type.kind === 'enum') {
    const shown = [...type.values, ...(type.members ?? []).map((member) => member.shown ?? '')];
    return shown.every((value) => !String(value).includes('\n'));
  }
  return isScalar(type) && type.kind !== 'template';
}
