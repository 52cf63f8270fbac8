import type { FieldSpec, PartialReply } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import type { TagSyntax } from '../../template/field-tag.js';
import { AnswerText } from './answer-text.js';
import { PartialFields } from './partial-fields.js';
import { PartialTree } from './partial-tree.js';
import type { JsonForm } from './partial-values.js';

/** What is particular in the replies of an adapter. */
export interface PartialLayout {
  /** The syntax that a reply is read in where it is not in the adapter's own. */
  readonly otherwise?: MarkerSyntax;
  /** How any JSON stands in a reply that is an object. */
  readonly json?: JsonForm | undefined;
}

type Shown = Readonly<Record<string, unknown>>;

/**
 * Reads the outputs of a reply while it comes, in the layouts that `parseReply` reads: fields behind markers or in tags,
 * or a JSON object. What it shows of a text or a list only grows, other values never change, and the whole reply has what
 * was shown. Nothing is shown of what may turn out to be another thing: half of a marker, the bare value of an only
 * output.
 *
 * @param outputs the output fields of the signature
 * @param syntax the markers of all its fields
 */
export function partialReply(
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax | TagSyntax,
  layout: PartialLayout = {},
): PartialReply {
  return outputs.length === 0 ? { push: () => undefined } : new PartialAnswer(outputs, syntax, layout);
}

class PartialAnswer implements PartialReply {
  readonly #outputs: readonly FieldSpec[];
  readonly #syntaxes: readonly (MarkerSyntax | TagSyntax)[];
  readonly #json: JsonForm;
  readonly #answer: AnswerText;
  /** The answer as each syntax reads it, up to the first field; then the one that found it. */
  #readers: readonly PartialFields[] = [];
  #tree: PartialTree | undefined;
  #shown: Shown | undefined;
  #isBlank = true;
  #isOver = false;

  constructor(outputs: readonly FieldSpec[], syntax: MarkerSyntax | TagSyntax, layout: PartialLayout) {
    this.#outputs = outputs;
    const { otherwise = syntax } = layout;
    this.#syntaxes = otherwise === syntax ? [syntax] : [syntax, otherwise];
    this.#json = layout.json ?? 'also in texts';
    this.#answer = new AnswerText(
      'tags' in syntax ? syntax.words.map((word) => `<${word.toLowerCase()}>`) : [],
    );
    this.#begin();
  }

  push(chunk: string): Shown | undefined {
    // Whether the tag of a draft is one depends on what stands before it.
    for (const piece of chunk.split(/(?=<)/u)) {
      if (this.#isOver) break;
      const { before, text } = this.#answer.push(piece, this.#tree !== undefined);
      this.#read(before);
      if (text === undefined) continue;
      // What came was a draft that nothing opened.
      if (this.#look() !== undefined) this.#isOver = true;
      else {
        this.#begin();
        this.#read(text);
      }
    }
    if (this.#answer.isOver && !this.#isOver) {
      this.#isOver = true;
      if (this.#tree === undefined) this.#readers.forEach((reader) => reader.end());
    }
    return this.#look();
  }

  #begin(): void {
    this.#isBlank = true;
    this.#tree = undefined;
    this.#readers = this.#syntaxes.map(
      (syntax) => new PartialFields(this.#outputs, syntax, (text) => this.#readJson(text)),
    );
  }

  #read(text: string): void {
    const answer = this.#isBlank ? text.trimStart() : text;
    if (answer === '') return;
    this.#isBlank = false;
    // The first one that finds something reads on alone.
    for (const part of this.#readers.length > 1 ? answer.split(/(?<=[:：>\]\n\r{])/u) : [answer]) {
      for (const reader of this.#readers) {
        reader.push(part);
        if (this.#readers.length === 1) break;
        if (reader.hasBegun || this.#tree !== undefined) this.#readers = [reader];
        if (this.#readers.length === 1) break;
      }
    }
  }

  #readJson(text: string): void {
    this.#tree ??= new PartialTree({ kind: 'object', properties: this.#outputs }, this.#json);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the partial of an object is one
    this.#shown = this.#tree.push(text) as Shown | undefined;
  }

  #look(): Shown | undefined {
    return this.#tree === undefined ? this.#readers.find((reader) => reader.hasBegun)?.shown : this.#shown;
  }
}
