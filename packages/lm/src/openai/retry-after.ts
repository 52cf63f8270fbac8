/**
 * How long a service asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as an HTTP date
 * (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970
 * @returns undefined where the service does not say, or says nonsense; 0 for a date in the past
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = positive(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const value = headers.get('retry-after');
  const seconds = positive(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = /^[A-Z][a-z]+,? /.test(value ?? '') ? Date.parse(value ?? '') : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function positive(text: string | null): number | undefined {
  if (text === null || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  return Number(text);
}
