import type { PromptPiece } from './chat-template.js';

/** The part of a model's vocabulary that is used here. A token is a number. */
export interface Vocabulary<Token extends number> {
  /** @param special whether text that names a control token becomes that token */
  tokenize(text: string, special: boolean): Token[];
  detokenize(tokens: readonly Token[], special: boolean): string;
  isSpecialToken(token: Token): boolean;
  /** A token that the makers of the model added is found in every text, whether control tokens are or not. */
  getTokenAttributes(token: Token): { readonly userDefined: boolean };
}

/** A control token, or text between two of them. */
type Fragment<Token> =
  | { readonly kind: 'control'; readonly token: Token; readonly opens: boolean }
  | { readonly kind: 'text'; text: string };

/**
 * The tokens of a rendered conversation, cut into blocks of whole messages: each block but the first begins with the
 * control token that opens a message. Two conversations that begin with the same messages begin with the same blocks.
 *
 * Control tokens come from the template's text only; in contents `<|im_start|>` is text, whoever says it: a system
 * message, a turn that is shown as an example, a user. The template's text and the
 * content beside it are tokenized together, as the model has seen them in training.
 *
 * @returns at least one block; the last one ends where the reply begins
 */
export function tokenizePrompt<Token extends number>(
  pieces: readonly PromptPiece[],
  vocabulary: Vocabulary<Token>,
): Token[][] {
  const blocks: Token[][] = [[]];
  const fragments = fragmentsOf(pieces, vocabulary);
  const controls = new Set(
    fragments.flatMap((fragment) => (fragment.kind === 'control' ? fragment.token : [])),
  );
  for (const fragment of fragments) {
    if (fragment.kind === 'control' && fragment.opens) blocks.push([]);
    const tokens =
      fragment.kind === 'control' ? [fragment.token] : textTokens(fragment.text, controls, vocabulary);
    for (const token of tokens) blocks.at(-1)?.push(token);
  }
  return blocks;
}

/** The tokens of a text, where the name of a control token is spelled in two parts. */
function textTokens<Token extends number>(
  text: string,
  controls: ReadonlySet<Token>,
  vocabulary: Vocabulary<Token>,
): Token[] {
  return vocabulary.tokenize(text, false).flatMap((token) => {
    if (!controls.has(token)) return token;
    const name = vocabulary.detokenize([token], true);
    return [name.slice(0, 1), name.slice(1)].flatMap((part) => vocabulary.tokenize(part, false));
  });
}

/** Some files do not mark the tokens that begin a turn as control tokens (`<｜User｜>` of DeepSeek). */
function isControl<Token extends number>(token: Token, vocabulary: Vocabulary<Token>): boolean {
  if (vocabulary.isSpecialToken(token)) return true;
  return (
    vocabulary.getTokenAttributes(token).userDefined &&
    /^(?:<.+>|\[.+\])$/u.test(vocabulary.detokenize([token], true))
  );
}

function fragmentsOf<Token extends number>(
  pieces: readonly PromptPiece[],
  vocabulary: Vocabulary<Token>,
): Fragment<Token>[] {
  const lastContent = pieces.findLastIndex((piece) => piece.from === 'content');
  const fragments: Fragment<Token>[] = [];
  const add = (text: string): void => {
    const last = fragments.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') last.text += text;
    else fragments.push({ kind: 'text', text });
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.from === 'content') {
      add(piece.text);
      continue;
    }
    // Between two messages, the last control token opens the second one.
    const between = at > 0 && at < lastContent;
    const controls = vocabulary.tokenize(piece.text, true).filter((token) => isControl(token, vocabulary));
    let rest = piece.text;
    for (const [index, token] of controls.entries()) {
      const name = vocabulary.detokenize([token], true);
      const found = rest.indexOf(name);
      if (found < 0) continue;
      add(rest.slice(0, found));
      fragments.push({ kind: 'control', token, opens: between && index === controls.length - 1 });
      rest = rest.slice(found + name.length);
    }
    add(rest);
  }
  return fragments;
}
