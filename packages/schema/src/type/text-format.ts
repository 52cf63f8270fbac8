import type { TextFormat } from '@sigil/spec';

// The grammars of RFC 3339 (dates and times), RFC 3986 (URIs), RFC 4291 (IPv6), RFC 1123 (host names), RFC 4122 (UUIDs) and,
// without quotes and comments, RFC 5322 (mail addresses). No text passes that a validator of JSON schemas refuses.
const DAY = String.raw`(?:\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|\d{4}-02-(?:0[1-9]|1\d|2[0-8])|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const IN_NAME = String.raw`(?:[a-z0-9._~!$&'()*+,;=-]|%[0-9a-f]{2})`;
const IN_PATH = String.raw`(?:[a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})`;
const AUTHORITY = String.raw`//(?:(?:${IN_NAME}|:)*@)?(?<host>\[[0-9a-f:]+\]|${IN_NAME}*)(?::\d*)?(?:/${IN_PATH}*)*`;
// Something has to stand behind the colon: validators refuse `http:`, which the grammar would take.
const PATH = `(?:/|/?${IN_PATH}+(?:/${IN_PATH}*)*)`;

const PATTERNS: { readonly [format in TextFormat]: RegExp } = {
  'date-time': new RegExp(`^${DAY}T${TIME}$`, 'u'),
  date: new RegExp(`^${DAY}$`, 'u'),
  time: new RegExp(`^${TIME}$`, 'u'),
  email: new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@(?:${LABEL}\.)+${LABEL}$`, 'iu'),
  uri: new RegExp(
    String.raw`^[a-z][a-z0-9+.-]*:(?:${AUTHORITY}|${PATH})(?:\?(?:${IN_PATH}|[/?])*)?(?:#(?:${IN_PATH}|[/?])*)?$`,
    'iu',
  ),
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu,
  ipv4: new RegExp(String.raw`^(?:${BYTE}\.){3}${BYTE}$`, 'u'),
  ipv6: /^[0-9a-f:]+$/iu,
  hostname: new RegExp(String.raw`^(?=.{1,253}$)${LABEL}(?:\.${LABEL})*$`, 'iu'),
};

/**
 * Whether text is in a format: what JSON schema validators say of it, or stricter. Times and dates with a time have an offset, an
 * IPv6 address has no IPv4 address in it.
 *
 * @example
 * ```ts
 * import { hasFormat } from '@sigil/schema';
 *
 * hasFormat('time', '12:30:00Z'); // -> true
 * hasFormat('time', '12:30'); // -> false
 * ```
 */
export function hasFormat(format: TextFormat, text: string): boolean {
  const found = PATTERNS[format].exec(text);
  if (found === null) return false;
  if (format === 'ipv6') return isIPv6(text);
  const host = found.groups?.['host'];
  return host?.startsWith('[') === true ? isIPv6(host.slice(1, -1)) : true;
}

/**
 * The regular expression that says all of a format; undefined where it takes more than one: `uri` and `ipv6`.
 *
 * @example
 * ```ts
 * import { formatPattern } from '@sigil/schema';
 *
 * formatPattern('uuid')?.test('no'); // -> false
 * ```
 */
export function formatPattern(format: TextFormat): RegExp | undefined {
  return format === 'uri' || format === 'ipv6' ? undefined : PATTERNS[format];
}

/**
 * Whether text is a date and time that is written in UTC as well, with a year of four digits: none that its offset moves
 * out of the years 0000 to 9999.
 *
 * @example
 * ```ts
 * import { isInstant } from '@sigil/schema';
 *
 * isInstant('2026-01-31T12:00:00+05:30'); // -> true
 * isInstant('9999-12-31T23:59:59-01:00'); // -> false
 * ```
 */
export function isInstant(text: string): boolean {
  return hasFormat('date-time', text) && /^\d/u.test(new Date(text).toISOString());
}

/** Eight groups of four digits, or fewer with one `::` in the place of the zeros. */
function isIPv6(text: string): boolean {
  const [before = '', after, more] = text.split('::');
  const groups = [before, after ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  if (more !== undefined || groups.some((group) => !/^[0-9a-f]{1,4}$/iu.test(group))) return false;
  return after === undefined ? groups.length === 8 : groups.length < 8;
}
