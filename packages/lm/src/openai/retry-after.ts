/**
 * How long a service asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as an HTTP date
 * (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970, for a service that does not say its own time: a date means the clock that wrote it
 * @returns undefined where the service does not say, or says nonsense; 0 for a date in the past
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = positive(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const value = headers.get('retry-after');
  const seconds = positive(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = dateIn(value);
  return date === undefined ? undefined : Math.max(0, date - (dateIn(headers.get('date')) ?? now));
}

/** An HTTP date: `Sun, 06 Nov 1994 08:49:37 GMT`, or one of its two older forms. */
function dateIn(text: string | null): number | undefined {
  const date = text !== null && /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : date;
}

function positive(text: string | null): number | undefined {
  if (text === null || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  return Number(text);
}
