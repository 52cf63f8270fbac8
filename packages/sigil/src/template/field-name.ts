/**
 * What all spellings of one name have in common: `dueDate` and `due_date`, one letter with an accent and a letter with
 * the accent after it (Unicode NFC and NFD).
 *
 * @example
 * ```ts
 * nameKey('due_date') === nameKey('dueDate'); // -> true
 * ```
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s_-]+/gu, '')
    .toLowerCase();
}

/** A regular expression for the spellings of a name, the exact one first: `_id` is a name, not an ornament before `id`. */
export function namePattern(name: string): string {
  const forms = new Set([name, name.normalize('NFC'), name.normalize('NFD')]);
  return [...forms].map(spellings).join('|');
}

function spellings(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/gu, '$1 $2').split(/[\s_-]+/u);
  const loose = words.filter((word) => word !== '').map(escapePattern);
  return [...new Set([escapePattern(name), loose.join('[ _\\-]*')])].filter((form) => form !== '').join('|');
}

/** Text as a part of a regular expression that matches just that text. */
export function escapePattern(text: string): string {
  return text.replace(/[$^\\.*+?()[\]{}|]/gu, '\\$&');
}
