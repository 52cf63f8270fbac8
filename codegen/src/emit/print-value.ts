import { bracketed, stacked } from './layout.js';
import { numberLiteral, propertyName, stringLiteral } from './literal.js';

/**
 * A value of plain data as a TypeScript literal. A text of several lines becomes a list of lines, so that an edit of
 * one is a difference of one.
 *
 * @param level of the line on which the value begins
 * @param before number of columns before it on that line, indentation included
 */
export function printValue(value: unknown, level: number, before: number): string {
  if (typeof value === 'string') return printText(value, level);
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => printValue(item, level + 1, 2 * level + 2));
    return bracketed(['[', ']'], items, level, before);
  }
  return bracketed(['{', '}'], members(value, level), level, before);
}

/** An object with one line for each member, and a list with one line for each item, however short. */
export function printStacked(value: object, level: number): string {
  return Array.isArray(value)
    ? stacked(
        ['[', ']'],
        value.map((item) => printValue(item, level + 1, 2 * level + 2)),
        level,
      )
    : stacked(['{', '}'], members(value, level), level);
}

function members(value: unknown, level: number): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => {
      const key = `${propertyName(name)}: `;
      return `${key}${printValue(member, level + 1, 2 * level + 2 + key.length)}`;
    });
}

function printText(text: string, level: number): string {
  const lines = text.split('\n');
  if (lines.filter((line) => line !== '').length < 2) return stringLiteral(text);
  return `${stacked(['[', ']'], lines.map(stringLiteral), level)}.join('\\n')`;
}
