/** The one value that a text says; `exact` where the text is the value and nothing else. */
export interface Reading<Value> {
  readonly value: Value;
  readonly exact: boolean;
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/** Words that turn what is said into something else. */
export const NEGATION = /\b(?:not|neither|nor|never|no|non|none|cannot|without)\b|n['’]t\b/iu;

/** Text with one number in it that may mean another one. */
const OTHER_NUMBER: readonly RegExp[] = [
  /(?:^|\s)-\s+\d/u, // a sign apart from its number
  /^\(.*\)$/u, // a debit, in bookkeeping
  /\d\s*[-–—:/]\s*[-+]?\d/u, // a share, a range, a date, a time
  /\d\s*(?:hundred|thousand|lakh|crore|dozen|million|billion|trillion|milliard|hundert|tausend)\p{L}{0,3}(?!\p{L})/iu,
  /\d\s*(?:mill?i[oó]ne[ns]|mil|mille|mio|mln|mrd|tsd)(?!\p{L})|\d\s?(?:k|bn)(?!\p{L})|\d[mb](?!\p{L})/iu,
  /(?<!\p{L})(?:minus|negative)\s*[$€£¥₹]?\d|\d\s(?:and )?(?:an? )?(?:half|quarter)(?!\p{L})/iu, // a sign or a share in words
  /(?<![=-])[<>≤≥±]\s*[-+$]?\d|\b(?:at (?:least|most)|(?:more|less|fewer|greater) than|up to)\b|\b(?:over|under|above|below) [-+$]?\d/iu, // a limit
  /\d\s+or\s+(?:more|less|fewer)\b|\bbelow zero\b/iu,
  /\b(?:or|to|and) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:or|to|and) \d/iu,
  /\p{L}-\d/u, // a part of a name
];

const SIGN = '[-+]?';
const MONEY = String.raw`(?:[$€£¥₹]|[A-Z]{3}\s)?\s?`;
const DIGITS = String.raw`(?:\d[\d.,_'’\u00a0\u202f]*\d|\d|\.\d+)`;
const ALONE = new RegExp(
  `^(${SIGN})\\s?${MONEY}(${SIGN})(${DIGITS}(?:[eE][-+]?\\d+)?)[.,]?\\s?(?:%|[$€£¥₹]|[A-Z]{3})?$`,
  'u',
);
/** What may stand right behind a number without changing it: `3.5ms`. */
const UNIT =
  '(?:[µnm]?s|sec|min|hr?|[kmµ]?g|lbs?|oz|[kcm]?m|mi|ft|in|px|pt|r?em|[kmgt]i?b|[kmg]?hz|[km]?w|kwh|m?l|°[cf]|%|°)\\b|[°%]|[\\u3041-\\u30ff]+|(?![万萬億亿兆千百十])\\p{Script=Han}+';
const WITHIN = new RegExp(
  `(?<![\\p{L}\\p{N}_.,])(${SIGN})[$€£¥₹]?(${SIGN})(${DIGITS}(?:[eE][-+]?\\d+)?)(?:${UNIT})?(?![\\p{L}\\p{N}_]|[.,]\\d)`,
  'giu',
);

/** Digits that would stand in line with those before them: 10⁶ is not 106. */
const RAISED = /[\u2070-\u209c\u00b2\u00b3\u00b9]/u;

/** True for digits that a number of JavaScript cannot hold: the number read from them is another one. */
export function isRounded(digits: string): boolean {
  return /^[+-]?\d{16,}$/u.test(digits) && String(Number(digits)) !== digits.replace('+', '');
}

/**
 * Reads a number: as JSON has it, with a currency, a percent sign, groups of thousands (`12,500.75`, `1.234,56`), a
 * fraction (`3/8`), or the only one in a sentence.
 *
 * @returns undefined where there is no number, or more than one, or one that may be meant otherwise (`1,23`, `10-20`)
 */
export function readNumber(given: string): Reading<number> | undefined {
  if (PLAIN.test(given)) {
    const value = Number(given);
    return Number.isFinite(value) ? { value, exact: !isRounded(given) } : undefined;
  }
  if (RAISED.test(given)) return undefined;
  const text = bare(given);
  const alone = ALONE.exec(text);
  if (alone !== null) return valueOf(`${alone[1] ?? ''}${alone[2] ?? ''}`, alone[3] ?? '');
  const share = /^([-+]?\d{1,15})\s?\/\s?(\d{1,15})$/u.exec(text);
  if (share !== null) {
    const value = Number(share[1]) / Number(share[2]);
    return Number.isFinite(value) ? { value, exact: false } : undefined;
  }
  if (OTHER_NUMBER.some((pattern) => pattern.test(text))) return undefined;
  const [only, second] = text.matchAll(WITHIN);
  if (only === undefined || second !== undefined || NEGATION.test(text.slice(0, only.index)))
    return undefined;
  return valueOf(`${only[1] ?? ''}${only[2] ?? ''}`, only[3] ?? '');
}

/** Without emphasis, quotes and the look-alikes of the minus sign and of digits. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('\u2212', '-')
    .replace(/^[–—](?=[\d.$])/u, '-')
    .replace(/^[\s*_`"'“‘(]*(?=[-+$€£¥₹\d.])|(?<![\s*_`"'”’])[\s*_`"'”’]+$/gu, (edge) =>
      edge.includes('(') ? edge : '',
    )
    .trim();
}

function valueOf(sign: string, digits: string): Reading<number> | undefined {
  const plain = withoutGroups(digits);
  if (plain === undefined || sign.length > 1) return undefined;
  const value = Number(`${sign}${plain}`);
  return Number.isFinite(value) ? { value, exact: false } : undefined;
}

const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/u;
const EUROPEAN = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/u;
const SPACED = /^\d{1,3}(?:[_'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$/u;

/** `12,500.75` and `1.234,56` as `12500.75` and `1234.56`. A comma before other than three digits is no one's. */
function withoutGroups(digits: string): string | undefined {
  if (/^\d*\.?\d+(?:[eE][-+]?\d+)?$/u.test(digits)) return digits;
  if (ENGLISH.test(digits) || INDIAN.test(digits)) return digits.replaceAll(',', '');
  if (EUROPEAN.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (SPACED.test(digits)) return digits.replace(/[_'’\u00a0\u202f ]/gu, '').replace(',', '.');
  return undefined;
}
