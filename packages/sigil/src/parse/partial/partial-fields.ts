import type { FieldSpec } from '@sigil/spec';
import type { FieldMarker, MarkerSyntax } from '../../template/field-marker.js';
import type { TagSyntax } from '../../template/field-tag.js';
import type { FieldListener, FieldReader, Meaning } from './field-reader.js';
import { LineEscapes } from './line-escapes.js';
import { LineReader } from './line-reader.js';
import { LINE_BREAK, LineStart } from './line-start.js';
import { PartialSection, type SectionLayout } from './partial-section.js';
import { NOTHING, shownObject, shownProperty } from './shown-property.js';
import { TagEscapes, TagReader } from './tag-reader.js';

const LONGEST_FENCE = 80;
const FENCE = /^[ \t]*(?:```+|~~~+)[a-z]*[ \t]*$/iu;

/** What a stream shows of a reply in which the outputs stand behind markers. */
export class PartialFields implements FieldListener {
  readonly #outputs: readonly FieldSpec[];
  readonly #reader: FieldReader;
  readonly #layout: Omit<SectionLayout, 'isFenced'>;
  readonly #sections = new Map<string, PartialSection>();
  readonly #onJson: (text: string) => void;
  #section: PartialSection | undefined;
  /** What stands before the first output, what is read now, or that the answer is over. */
  #place: 'before' | 'lines' | 'tags' | 'over' | 'json' = 'before';
  /** True behind the tag of an input: a line may be part of what it quotes. */
  #hasEcho = false;
  /** The line before the first output, as far as it has come. */
  #line = '';
  /** Its last character that is no blank. */
  #lineEnd = '';
  #isFirstLine = true;
  #isFenced = false;
  #inEcho = false;
  /** True where a brace or a bracket stands before the first field: tags behind it may be part of a value. */
  #hasBrace = false;

  /** @param onJson told of the text from the first line on that begins with a brace, where no marker stands before it */
  constructor(
    outputs: readonly FieldSpec[],
    syntax: MarkerSyntax | TagSyntax,
    onJson: (text: string) => void,
  ) {
    this.#outputs = outputs;
    this.#onJson = onJson;
    const unescape = (text: string): string => syntax.unescape(text);
    if ('tags' in syntax) {
      this.#reader = new TagReader(syntax, this);
      this.#layout = { unescape, escapes: () => new TagEscapes(syntax), hasEmptyTexts: true };
      return;
    }
    const start = new LineStart(syntax);
    this.#reader = new LineReader(syntax, start, this);
    this.#layout = { unescape, escapes: () => new LineEscapes(syntax, start), hasEmptyTexts: false };
  }

  /** True where the marker of an output has come. */
  get hasBegun(): boolean {
    return this.#sections.size > 0;
  }

  push(text: string): void {
    if (this.#place !== 'over') this.#reader.push(text);
  }

  /** The answer is over. */
  end(): void {
    if (this.#place === 'json') return;
    this.#section?.end();
    this.#section = undefined;
    this.#place = 'over';
  }

  /** What can be shown; undefined for nothing. */
  get shown(): Readonly<Record<string, unknown>> | undefined {
    if (!this.hasBegun) return undefined;
    const value = shownObject(this.#outputs, (field) => {
      const section = this.#sections.get(field.name);
      return shownProperty(field, section?.progress ?? 'pending', () => section?.shown ?? NOTHING);
    });
    return value === NOTHING ? undefined : value;
  }

  marker(marker: FieldMarker): Meaning {
    if (this.#place === 'over' || this.#place === 'json') return 'text';
    const field = this.#outputs.find(({ name }) => name === marker.name);
    const isTag = marker.closing !== undefined;
    const meaning = isTag ? 'tag' : 'value';
    if (isTag && this.#place === 'lines') return 'text';
    if (this.#section?.isInObject === true) return 'text';
    if (field === undefined) {
      if (this.#place !== 'before') this.end();
      this.#hasEcho ||= isTag;
      this.#inEcho = true;
      return meaning;
    }
    const isQuoted = isTag ? this.#hasBrace && this.#layout.hasEmptyTexts : this.#hasEcho;
    if (isQuoted && this.#place === 'before') {
      this.end();
      return 'text';
    }
    this.#section?.end();
    this.#place = isTag ? 'tags' : 'lines';
    this.#section = undefined;
    if (!this.#sections.has(field.name)) {
      this.#section = new PartialSection(field, marker, { ...this.#layout, isFenced: this.#isFenced });
      this.#sections.set(field.name, this.#section);
    }
    return meaning;
  }

  text(piece: string): void {
    if (this.#place === 'json') this.#onJson(piece);
    else if (this.#place === 'before') this.#before(piece);
    else this.#section?.push(piece);
  }

  closed(): void {
    this.#inEcho = false;
    this.#section?.end();
    this.#section = undefined;
  }

  /** Looks for a line that begins, or ends, with a brace. */
  #before(piece: string): void {
    if (this.#inEcho && this.#hasEcho) return;
    this.#hasBrace ||= /[{[]/u.test(piece);
    let rest = piece;
    while (rest !== '') {
      const end = rest.search(LINE_BREAK);
      const part = end < 0 ? rest : rest.slice(0, end);
      const isNew = this.#line.trim() === '';
      if (isNew || this.#line.length < LONGEST_FENCE) this.#line += part;
      this.#lineEnd = part.trimEnd().at(-1) ?? this.#lineEnd;
      if (isNew && this.#line.trimStart().startsWith('{')) {
        this.#json(this.#line.trimStart() + rest.slice(part.length));
        return;
      }
      if (end < 0) return;
      if (this.#lineEnd === '{') {
        this.#json(`{${rest.slice(end)}`);
        return;
      }
      if (this.#line.trim() !== '' && this.#isFirstLine) {
        this.#isFirstLine = false;
        this.#isFenced = FENCE.test(this.#line);
      }
      this.#line = '';
      this.#lineEnd = '';
      rest = rest.slice(end + 1);
    }
  }

  #json(text: string): void {
    this.#place = 'json';
    this.#reader.stop();
    this.#onJson(text);
  }
}
