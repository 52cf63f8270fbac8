/** What is no identifier of anybody: TypeScript, tags, JSON, the words for true, false and nothing, names of wrappers. */
const meant = new Set(
  `type interface enum const class string number boolean bigint int date set map record unknown null undefined true
  false none nan infinity nil yes no n a na think thinking reasoning answer result response value values key keys item
  items data json name arguments parameters function tool call output minimum maximum exclusive multiple of min max
  length pattern format email unique alias stream done not state on off one two x z t u r f b d`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** The words that names are made of: `firstName`, `first_name` and `First Name` have the same two. */
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu;

/** The words of names that may be replaced, in small letters. */
export function wordsOf(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.match(WORD) ?? []).map((word) => word.toLowerCase());
  return new Set(words.filter((word) => word.length > 1 && !meant.has(word)));
}

/** What stands behind a backslash is an escape and not the first letter of a word. */
const ESCAPE_OR_WORD = /\\u[\da-fA-F]{4}|\\[A-Za-z]|\p{L}+/gu;

/** Replaces each of the words, wherever a text has it as a whole or as a part of a name, and leaves escapes alone. */
export function replaceWords(
  text: string,
  words: ReadonlySet<string>,
  replace: (word: string) => string,
): string {
  return text.replaceAll(ESCAPE_OR_WORD, (found) =>
    found.startsWith('\\')
      ? found
      : found.replaceAll(WORD, (word) => (words.has(word.toLowerCase()) ? replace(word) : word)),
  );
}
