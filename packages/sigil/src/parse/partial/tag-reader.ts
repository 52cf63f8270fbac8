import type { TagSyntax } from '../../template/field-tag.js';
import type { Escapes } from './line-escapes.js';
import type { FieldListener, FieldReader } from './field-reader.js';
import { looseKey } from './line-start.js';

/** Cuts a text that comes in pieces at what may be a tag of a field. */
class TagCutter {
  readonly #keys: readonly string[];
  #held = '';

  constructor(words: readonly string[]) {
    this.#keys = words.map(looseKey);
  }

  /** @returns pieces; one that begins with `<` and ends with `>` is a whole tag or text */
  push(text: string): readonly string[] {
    if (this.#held !== '' && !/[<>]/u.test(text) && !this.#isShort()) {
      this.#held += text;
      return [];
    }
    const pieces = (this.#held + text).match(/<[^<>]*>|<[^<>]*|[^<]+/gu) ?? [];
    const last = pieces.at(-1) ?? '';
    const isHeld = last.startsWith('<') && !last.endsWith('>') && this.#mayBeTag(last);
    this.#held = isHeld ? last : '';
    return isHeld ? pieces.slice(0, -1) : pieces;
  }

  /** What is longer has the whole name in it, and was looked at. */
  #isShort(): boolean {
    return this.#held.length < 400;
  }

  #mayBeTag(text: string): boolean {
    const rest = text.slice(0, 400).replace(/^<[ \t]*\/?[ \t]*\\*/u, '');
    const key = looseKey(rest);
    return this.#keys.some((name) => name.startsWith(key) || key.startsWith(name));
  }
}

/** Finds the tags of fields in a stream, wherever they stand. A field ends where its tag is closed first. */
export class TagReader implements FieldReader {
  readonly #syntax: TagSyntax;
  readonly #cutter: TagCutter;
  readonly #listener: FieldListener;
  #open: string | undefined;
  #isText = false;

  constructor(syntax: TagSyntax, listener: FieldListener) {
    this.#syntax = syntax;
    this.#cutter = new TagCutter(syntax.words);
    this.#listener = listener;
  }

  push(text: string): void {
    for (const piece of this.#cutter.push(text)) {
      if (!piece.startsWith('<') || this.#isText || !this.#isTag(piece)) this.#listener.text(piece);
    }
  }

  stop(): void {
    this.#isText = true;
  }

  /** @returns false for text */
  #isTag(piece: string): boolean {
    const [tag] = this.#syntax.tags(piece);
    if (tag === undefined) return false;
    if (this.#open !== undefined) {
      if (tag.kind !== 'close' || tag.name !== this.#open) return false;
      this.#open = undefined;
      this.#listener.closed();
      return true;
    }
    if (tag.kind === 'close') return false;
    const { name, closing } = tag;
    const place = { name, closing, start: 0, end: piece.length };
    if (this.#listener.marker({ ...place, decoration: '', isMember: false }) !== 'tag') return false;
    if (tag.kind === 'empty') this.#listener.closed();
    else this.#open = name;
    return true;
  }
}

/** The escape of tags. */
export class TagEscapes implements Escapes {
  readonly #syntax: TagSyntax;
  readonly #cutter: TagCutter;

  constructor(syntax: TagSyntax) {
    this.#syntax = syntax;
    this.#cutter = new TagCutter(syntax.words);
  }

  push(piece: string): string {
    return this.#cutter
      .push(piece)
      .map((part) => (part.startsWith('<') ? this.#syntax.unescape(part) : part))
      .join('');
  }
}
