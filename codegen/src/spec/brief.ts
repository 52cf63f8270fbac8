/** A short picture of a value for a message: its JSON, at most 60 characters of it. */
export function brief(value: unknown): string {
  // JSON has no infinity, and writes null for it.
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
