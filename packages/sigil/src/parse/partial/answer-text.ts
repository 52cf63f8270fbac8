import { DraftTags } from '../find/without-draft.js';
import { BehindDraft } from './behind-draft.js';

/** In a reply with channels the last one is the answer. */
const CHANNELS = [['<|channel|>', '<|channel|>final<|message|>']] as const;
const DRAFTS = new DraftTags(['think'], CHANNELS);
const NO_DRAFTS = new DraftTags([], CHANNELS);

const TOKEN = /<\|[a-z_]{1,20}\|>|<\/s>|\[\[ ?## ?completed ?## ?\]\]|<\/?think>/iuy;
const PIPES = /^<\|[a-z_]{1,20}\|>$/u;
const END = /^<\|(?:im_end|eot_id|end|endoftext)\|>$/u;
const HALF_TOKEN = /^<(?:\|(?:[a-z_]{0,20}\|?)?|\/?(?:t(?:h(?:i(?:nk?)?)?)?)?|\/s)?$/iu;
const COMPLETED = '[[##completed##]]';
const BLANKS = /\s*/uy;

/**
 * The answer in a stream: what stands behind drafts, without the tokens of chat templates at its end and the turns behind
 * them. What may be one of them is held back.
 */
export class AnswerText {
  readonly #behindDraft: BehindDraft;
  readonly #fields: readonly string[];
  /** The first half of a character. */
  #half = '';
  /** What may be the first half of a token. */
  #tail = '';
  /** Tokens that end the answer if nothing comes behind them. */
  #tokens = '';
  #lastToken = '';
  #inDraft = false;
  #isEmpty = true;
  /** True where nothing that comes is part of the answer. */
  isOver = false;

  /** @param fields the tags of fields, as `<team>`: these are neither of a draft nor an end */
  constructor(fields: readonly string[] = []) {
    this.#fields = fields;
    this.#behindDraft = new BehindDraft(fields.includes('<think>') ? NO_DRAFTS : DRAFTS);
  }

  /**
   * @param isJson true inside of a JSON object, where the tag of a draft is text
   * @returns what of the answer is known to be text; `before` is void where a draft ended that nothing opened
   */
  push(chunk: string, isJson: boolean): { readonly before: string; readonly text: string | undefined } {
    const whole = this.#tail + this.#behindDraft.push(this.#wholeCharacters(chunk));
    this.#tail = '';
    const hasDrafts = !isJson && !this.#behindDraft.hadDraft;
    let text = '';
    let before: string | undefined;
    let at = 0;
    while (at < whole.length && !this.isOver) {
      if (this.#inDraft) {
        const end = whole.slice(at).search(/<\/think>/iu);
        if (end < 0) {
          this.#tail = whole.slice(Math.max(at, whole.length - 8));
          break;
        }
        this.#inDraft = false;
        at += end + 8;
        continue;
      }
      if (this.#tokens !== '') at = this.#passBlanks(whole, at);
      const next = this.#tokens === '' ? nextToken(whole, at) : at;
      if (next > at) {
        text += whole.slice(at, next);
        this.#isEmpty &&= text.trim() === '';
        at = next;
      }
      if (at >= whole.length) break;
      const token = this.#tokenAt(whole, at);
      if (token === 'half') {
        this.#tail = whole.slice(at);
        break;
      }
      const tag = token.toLowerCase();
      if (token !== '' && !tag.endsWith('think>')) {
        if (this.#endsTurn(token)) break;
        this.#tokens += token;
        this.#lastToken = token;
        at += token.length;
        continue;
      }
      text += this.#tokens;
      if (this.#tokens !== '') this.#isEmpty = false;
      this.#tokens = '';
      this.#lastToken = '';
      if (token !== '' && hasDrafts) {
        at += token.length;
        if (tag === '<think>') this.#inDraft = true;
        else {
          before = text;
          text = '';
          this.#isEmpty = true;
        }
        continue;
      }
      text += whole.charAt(at);
      this.#isEmpty = false;
      at++;
    }
    return before === undefined ? { before: text, text: undefined } : { before, text };
  }

  #tokenAt(text: string, at: number): string {
    const token = tokenAt(text, at);
    return this.#fields.includes(token.toLowerCase().replace('/', '')) ? '' : token;
  }

  /** A token that ends a turn, or the second of two: what follows is the next turn, which the model made up. */
  #endsTurn(token: string): boolean {
    const isPair = PIPES.test(token) && PIPES.test(this.#lastToken);
    this.isOver = !this.#isEmpty && (END.test(token) || isPair);
    return this.isOver;
  }

  #passBlanks(text: string, at: number): number {
    BLANKS.lastIndex = at;
    const blanks = BLANKS.exec(text)?.[0] ?? '';
    this.#tokens += blanks;
    return at + blanks.length;
  }

  #wholeCharacters(chunk: string): string {
    const text = this.#half + chunk;
    const last = text.charCodeAt(text.length - 1);
    this.#half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : '';
    return this.#half === '' ? text : text.slice(0, -1);
  }
}

/** Where a token may begin. */
function nextToken(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 60 || code === 91) return at;
  }
  return text.length;
}

/** The token at an index; `''` for none, `'half'` where the text ends inside of what may be one. */
function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(text)?.[0];
  if (token !== undefined) return token;
  if (text.length - at > 26) return '';
  const rest = text.slice(at);
  return HALF_TOKEN.test(rest) || COMPLETED.startsWith(rest.replaceAll(' ', '')) ? 'half' : '';
}
