import { applyEdits, modify } from 'jsonc-parser';
import { splitMark } from '../config/read-json.js';

/**
 * Sets one member in the text of a JSON file. Comments, order and every other byte stay, a byte order mark too; new
 * lines are indented as the file is. An empty text becomes an object. A path that ends in -1 adds to the end of a list.
 *
 * @param place where a new member goes; `first` keeps a comment behind the last member where it belongs
 */
export function setJsonMember(
  text: string,
  path: readonly (string | number)[],
  value: string | boolean | readonly string[],
  place: 'first' | 'last',
): string {
  const { mark, body } = splitMark(text);
  const isEmpty = body.trim() === '';
  const before = isEmpty ? '{}' : body;
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const getInsertionIndex = (members: readonly string[]): number => (place === 'first' ? 0 : members.length);
  const edits = modify(before, [...path], value, { formattingOptions, getInsertionIndex });
  return mark + applyEdits(before, edits) + (isEmpty ? formattingOptions.eol : '');
}
