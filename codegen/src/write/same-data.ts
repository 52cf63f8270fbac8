import { tokensOf, type Token } from './tokens.js';

/**
 * True when two generated files say the same: types, schemas and data, whatever a formatter did to quotes, commas,
 * semicolons, parentheses, line breaks and quoted keys.
 *
 * @param wanted what the generator prints
 * @param found what is in the file; anything, also what a merge left there
 */
export function sameData(wanted: string, found: string): boolean {
  if (wanted === found) return true;
  const left = normalized(wanted);
  const right = normalized(found);
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  return left.every((token, at) => {
    const other = right[at];
    return (
      other !== undefined &&
      token.value === other.value &&
      token.kind === other.kind &&
      // A semicolon may be gone where a line ends.
      (!token.afterSemicolon || other.afterSemicolon || other.startsLine)
    );
  });
}

interface Normal {
  readonly kind: Token['kind'] | 'key';
  readonly value: string;
  readonly startsLine: boolean;
  readonly afterSemicolon: boolean;
}

function normalized(code: string): readonly Normal[] | undefined {
  const tokens = tokensOf(code);
  if (tokens === undefined) return undefined;
  const loose = looseParentheses(tokens);
  const normal: Normal[] = [];
  let afterSemicolon = false;
  tokens.forEach((token, at) => {
    if (isSign(token, ';')) {
      afterSemicolon = true;
      return;
    }
    if (loose.has(at) || isLayout(tokens, at)) return;
    const isCloser = token.kind === 'sign' && '])}>'.includes(token.value);
    normal.push({
      kind: isKey(tokens, at) ? 'key' : token.kind,
      value: token.value,
      startsLine: token.startsLine,
      afterSemicolon: afterSemicolon && !isCloser,
    });
    afterSemicolon = false;
  });
  return normal;
}

/**
 * Places of parentheses around types that hold together without them: `(A & B) | C`, `[(string)?]`, `[(A | B), C]`. A
 * formatter adds them where a union stands on several lines.
 */
function looseParentheses(tokens: readonly Token[]): ReadonlySet<number> {
  const loose = new Set<number>();
  const open: { readonly at: number; readonly signs: Set<string> }[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'sign') return;
    if ('([{<'.includes(token.value)) open.push({ at, signs: new Set() });
    else if (!')]}>'.includes(token.value)) open.at(-1)?.signs.add(token.value);
    else {
      const group = open.pop();
      if (group === undefined || token.value !== ')' || !isAroundType(tokens, group.at, at)) return;
      const isAtom = group.signs.size === 0;
      const isPart = [...group.signs].every((sign) => sign === '&') && !isSign(tokens[at + 1], '[');
      if (isAtom || isPart || isWhole(tokens, group.at, at)) loose.add(group.at).add(at);
    }
  });
  return loose;
}

/** Whether nothing but the parentheses stands there: an element of a tuple, an argument, the type of a property. */
function isWhole(tokens: readonly Token[], start: number, end: number): boolean {
  const [before, next] = [tokens[start - 1], tokens[end + 1]];
  const isOpened = before?.kind === 'sign' && '[,<:='.includes(before.value);
  return isOpened && next?.kind === 'sign' && ',]>;})'.includes(next.value);
}

/** Where a type can stand, and no call, no list of parameters. */
function isAroundType(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1];
  const isBehindSign = before?.kind === 'sign' && '|:<,=(&['.includes(before.value);
  return isBehindSign && end > start + 1 && !isSign(tokens[end + 1], '=>');
}

/** Signs that a formatter adds or takes away. */
function isLayout(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'sign') return false;
  // [1, 2,]
  if (token.value === ',') return next?.kind === 'sign' && '])}>'.includes(next.value);
  // The line before the first alternative of a union that stands on several lines.
  if (token.value === '|') return before?.kind === 'sign' && ':(<,=['.includes(before.value);
  // (value) => and value =>
  if (token.value === '(')
    return next?.kind === 'word' && isSign(tokens[at + 2], ')') && isSign(tokens[at + 3], '=>');
  return token.value === ')' && isSign(next, '=>') && before?.kind === 'word' && isSign(tokens[at - 2], '(');
}

/** A name before a colon, quoted or not: `name:`, `'name':`, `name?:`. */
function isKey(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'text' && token?.kind !== 'number') return false;
  const next = tokens[at + 1];
  return isSign(next, ':') || (isSign(next, '?') && isSign(tokens[at + 2], ':'));
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === 'sign' && token.value === value;
}
