/** A JSON object whose members are not known yet. */
export interface UnknownObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a text holds; undefined where it is not the JSON of an object. */
export function objectIn(text: string): UnknownObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a page says, without its tags; another text as it is. */
export function readable(text: string): string {
  if (!text.trimStart().startsWith('<')) return text;
  return text.replaceAll(/<(script|style)\b[^]*?<\/\1>|<[^<>]*>/giu, ' ').trim();
}

/** The beginning of a text on one line, for a message. */
export function excerpt(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}...` : line;
}
