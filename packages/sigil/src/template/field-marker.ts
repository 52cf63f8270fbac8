/** A place in a text that reads as the start of a field. */
export interface FieldMarker {
  /** The field, as the signature spells it. */
  readonly name: string;
  /** Where the line's marker begins, and where the value after it begins. */
  readonly start: number;
  readonly end: number;
  /** What of the marker stands before the name: quotes or emphasis that may be closed after the value. */
  readonly decoration: string;
}

/**
 * Finds and escapes what reads as structure: a line that starts with a field's name and a colon (`team: `, also
 * `**Team:**`), or a bracket marker (`[[ ## team ## ]]`). Reading and escaping use one pattern, so that nothing can be
 * read as a marker that the escape did not see.
 *
 * The escape puts one backslash before the name, and one more where backslashes already stand there; taking one away
 * gives the text back.
 */
export interface MarkerSyntax {
  find(text: string): readonly FieldMarker[];
  escape(text: string): string;
  unescape(text: string): string;
}

/** Characters that models put around a name without meaning anything by them. */
const ORNAMENT = '*_`"\'>#\\-';

/**
 * The syntax for a set of field names. Names are told apart without regard to case, and `dueDate` is also met as
 * `due date`, `due_date` and `due-date`.
 *
 * @param names field names, TypeScript identifiers
 */
export function markerSyntax(names: readonly string[]): MarkerSyntax {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
  const alternatives = [...names].sort((a, b) => b.length - a.length).map(namePattern);
  const name = alternatives.length === 0 ? '(?!)' : alternatives.join('|');
  const line = `([ \\t${ORNAMENT}]*?)(\\\\*)(${name})([ \\t${ORNAMENT}]*:)`;
  const bracket = `([ \\t]*\\[\\[[ \\t]*#*[ \\t]*)(\\\\*)(${name})([ \\t]*#*[ \\t]*\\]\\][ \\t]*:?)`;
  const pattern = new RegExp(`^(?:${line}|${bracket})`, 'gimu');

  const rewrite = (text: string, change: (slashes: string) => string): string =>
    text.replace(pattern, (all: string, ...groups: (string | undefined)[]) => {
      const [before, slashes, word, after] =
        groups[2] === undefined ? groups.slice(4, 8) : groups.slice(0, 4);
      return `${before ?? ''}${change(slashes ?? '')}${word ?? ''}${after ?? ''}`;
    });

  return {
    find(text) {
      const found: FieldMarker[] = [];
      for (const match of text.matchAll(pattern)) {
        const inLine = match[3] !== undefined;
        const [decoration, slashes, word] = inLine
          ? [match[1], match[2], match[3]]
          : ['', match[6], match[7]];
        if (slashes !== '') continue;
        const known = exactOrKey(word ?? '', names, byKey);
        if (known === undefined) continue;
        found.push({
          name: known,
          start: match.index,
          end: match.index + match[0].length,
          decoration: (decoration ?? '').trim(),
        });
      }
      return found;
    },
    escape: (text) => rewrite(text, (slashes) => `${slashes}\\`),
    unescape: (text) => rewrite(text, (slashes) => slashes.slice(1)),
  };
}

/** What two spellings of one name have in common: `dueDate` and `due_date`. */
export function nameKey(name: string): string {
  return name.replace(/[\s_-]+/gu, '').toLowerCase();
}

/** The exact name first: `_id` is a name, not an ornament before `id`. */
function namePattern(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/gu, '$1 $2').split(/[\s_-]+/u);
  const loose = words.filter((word) => word !== '').map(escapePattern);
  return loose.length === 0 ? escapePattern(name) : `${escapePattern(name)}|${loose.join('[ _\\-]*')}`;
}

/** Text as a part of a regular expression that matches just that text. */
export function escapePattern(text: string): string {
  return text.replace(/[$^\\.*+?()[\]{}|]/gu, '\\$&');
}

function exactOrKey(
  word: string,
  names: readonly string[],
  byKey: ReadonlyMap<string, string>,
): string | undefined {
  return names.includes(word) ? word : byKey.get(nameKey(word));
}
