import { applyEdits, modify } from 'jsonc-parser';

/**
 * Sets one member in the text of a JSON file. Comments, order and every other byte stay; new lines are indented as
 * the file is.
 *
 * @param place where a new member goes; `first` keeps a comment behind the last member where it belongs
 */
export function setJsonMember(
  text: string,
  path: readonly string[],
  value: string | boolean,
  place: 'first' | 'last',
): string {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const getInsertionIndex = (members: readonly string[]): number => (place === 'first' ? 0 : members.length);
  return applyEdits(text, modify(text, [...path], value, { formattingOptions, getInsertionIndex }));
}
