const KEY_END = /"\s*:/gu;

/**
 * Whether a JSON text may have a key twice in one object: JSON.parse takes the last one without a word. Texts with a
 * quote and a colon in them count too; they are only looked at more closely.
 */
export function repeatsKey(text: string, json: unknown): boolean {
  let ends = 0;
  KEY_END.lastIndex = 0;
  while (KEY_END.test(text)) ends++;
  return ends > keysOf(json);
}

function keysOf(json: unknown): number {
  let count = 0;
  const open = [json];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner: unknown[] = Object.values(value);
    if (!Array.isArray(value)) count += inner.length;
    for (const one of inner) if (typeof one === 'object' && one !== null) open.push(one);
  }
  return count;
}
