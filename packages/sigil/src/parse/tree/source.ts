/** Further ahead nothing is looked for: what decides stands near. It keeps reading a stream linear. */
export const AHEAD = 240;

/**
 * The part of a reply that has come and has not been read yet. Looking ahead answers `undefined` where the answer stands
 * in text to come.
 */
export class Source {
  text: string;
  at = 0;
  /** True when nothing more will come. */
  ended: boolean;
  /** True for a reply that is shown while it comes: what is shown is decided early. */
  readonly isStream: boolean;
  #base = 0;
  /** What closes the comment in which the reader is. */
  #comment: string | undefined;

  constructor(text = '', ended = false, isStream = false) {
    this.text = text;
    this.ended = ended;
    this.isStream = isStream;
  }

  /** Where the reader stands, counted from the start of the reply. */
  get place(): number {
    return this.#base + this.at;
  }

  push(chunk: string): void {
    this.#base += this.at;
    this.text = this.at >= this.text.length ? chunk : this.text.slice(this.at) + chunk;
    this.at = 0;
  }

  /** The place of an index of {@link text}. */
  placeOf(index: number): number {
    return this.#base + index;
  }

  /** True where the text from an index begins with a word; undefined where the text ends inside of it. */
  has(word: string, index = this.at): boolean | undefined {
    if (this.text.startsWith(word, index)) return true;
    const rest = this.text.length - index;
    const mayCome = !this.ended && rest < word.length && word.startsWith(this.text.slice(index));
    return mayCome ? undefined : false;
  }

  /**
   * Goes on to what is neither blank nor a comment.
   *
   * @param onComment told of each comment
   * @returns false where that has not come yet
   */
  skip(onComment: () => void): boolean {
    for (;;) {
      if (this.#comment !== undefined && !this.#endComment()) return this.ended;
      this.at = afterBlanks(this.text, this.at);
      if (this.at >= this.text.length) return this.ended;
      const comment = commentAt(this, this.at);
      if (comment === undefined) return false;
      if (comment === '') return true;
      onComment();
      this.#comment = CLOSING.get(comment) ?? '\n';
      this.at += comment.length;
    }
  }

  /**
   * The index, from another one on, of what is neither blank nor a comment; the length of the text where there is
   * nothing more; undefined where it has not come yet. Beyond {@link AHEAD} characters any index is as good.
   */
  next(index: number): number | undefined {
    let at = index;
    for (;;) {
      at = afterBlanks(this.text, at, index + AHEAD);
      if (at - index >= AHEAD) return at;
      if (at >= this.text.length) return this.ended ? this.text.length : undefined;
      const comment = commentAt(this, at);
      if (comment === '') return at;
      if (comment === undefined) return undefined;
      const close = CLOSING.get(comment) ?? '\n';
      const end = this.text.indexOf(close, at + comment.length);
      if (end - index >= AHEAD || (end < 0 && this.text.length - index >= AHEAD)) return index + AHEAD;
      if (end < 0) return this.ended ? this.text.length : undefined;
      at = end + close.length;
    }
  }

  /** True when the comment is over. */
  #endComment(): boolean {
    const close = this.#comment ?? '\n';
    const end = this.text.indexOf(close, this.at);
    if (end < 0) {
      // Its last characters may be the first of what closes the comment.
      const held = this.ended ? 0 : close.length - 1;
      this.at = Math.max(this.at, this.text.length - held);
      return false;
    }
    this.at = end + close.length;
    this.#comment = undefined;
    return true;
  }
}

function afterBlanks(text: string, from: number, limit = Infinity): number {
  let at = from;
  const end = Math.min(text.length, limit);
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && (code < 0xa0 || !isWideBlank(code))) break;
  }
  return at;
}

function isWideBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f
  );
}

/** What closes the comments that do not end with their line. */
const CLOSING = new Map([
  ['/*', '*/'],
  ['<!--', '-->'],
]);

/** What opens a comment here, `''` for none, undefined where more text has to come. */
function commentAt(source: Source, at: number): string | undefined {
  const { text } = source;
  if (text[at] === '#') return '#';
  if (text[at] === '<') {
    const has = source.has('<!--', at);
    return has === true ? '<!--' : has === false ? '' : undefined;
  }
  if (text[at] !== '/') return '';
  const second = text[at + 1];
  if (second === undefined) return source.ended ? '' : undefined;
  return second === '/' ? '//' : second === '*' ? '/*' : '';
}
