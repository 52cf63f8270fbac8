import type { Example } from './example.js';

const opening = /^(\s*)```(\w*)/;

/**
 * The fenced blocks of a text in Markdown.
 *
 * @param path the file it stands in
 * @param firstLine the line in that file where the text begins, from 1
 */
export function fences(text: string, path: string, firstLine = 1): Example[] {
  const found: Example[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', language = ''] = opening.exec(lines[index] ?? '') ?? [undefined];
    if (!opening.test(lines[index] ?? '')) continue;
    const start = index + 1;
    const end = lines.findIndex((line, at) => at >= start && line.trim() === '```');
    if (end === -1) break;
    const code = lines
      .slice(start, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    found.push({ path, line: firstLine + start, language, code: code.join('\n') });
    index = end;
  }
  return found;
}
