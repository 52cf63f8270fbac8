import { nameKey, namePattern } from './field-name.js';

/** The names and aliases of all fields, as a text may spell them. */
export interface FieldNames {
  /** The field of each name and alias. */
  readonly byWord: ReadonlyMap<string, string>;
  /** The regular expression for any spelling of any of them, the longest first. It matches nothing where there are none. */
  readonly pattern: string;
  /** The field that a spelling means. */
  named(spelling: string): string | undefined;
}

/**
 * @param names field names, TypeScript identifiers
 * @param aliases further words that stand for a field, each with the field's name
 */
export function fieldNames(names: readonly string[], aliases: ReadonlyMap<string, string>): FieldNames {
  const byWord = new Map([...aliases, ...names.map((name) => [name, name] as const)]);
  const byKey = new Map<string, string>();
  for (const [word, name] of byWord) if (!byKey.has(nameKey(word))) byKey.set(nameKey(word), name);
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  return {
    byWord,
    pattern: longestFirst.length === 0 ? '(?!)' : longestFirst.map(namePattern).join('|'),
    named: (spelling) => byWord.get(spelling) ?? byKey.get(nameKey(spelling)),
  };
}
