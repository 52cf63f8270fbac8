import type { PromptTemplate } from '@sigil/spec';
import { stacked } from './layout.js';
import { printStacked, printValue } from './print-value.js';

/** A compiled prompt, message by message. @param level of the line on which it begins */
export function printTemplate(template: PromptTemplate, level: number): string {
  const messages = template.messages.map((message) =>
    stacked(
      ['{', '}'],
      [`role: '${message.role}'`, `parts: ${printParts(message.parts, level + 3)}`],
      level + 2,
    ),
  );
  const members = [
    `adapter: ${printValue(template.adapter, level + 1, 2 * level + 11)}`,
    `messages: ${stacked(['[', ']'], messages, level + 1)}`,
  ];
  return stacked(['{', '}'], members, level);
}

/** A slot a line; a text alone stays beside its brackets. */
function printParts(parts: PromptTemplate['messages'][number]['parts'], level: number): string {
  return parts.length > 1 ? printStacked(parts, level) : printValue(parts, level, 2 * level + 7);
}
