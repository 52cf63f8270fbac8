import { WIDTH } from './literal.js';

/** Spaces in front of a line. */
export function indentation(level: number): string {
  return '  '.repeat(level);
}

/**
 * Items between two brackets: on one line where they fit, else one line each.
 *
 * @param level of the line on which the first bracket stands
 * @param before number of columns that stand before it on that line, indentation included
 */
export function bracketed(
  [open, close]: readonly [open: string, close: string],
  items: readonly string[],
  level: number,
  before: number,
): string {
  const padding = open === '{' && items.length > 0 ? ' ' : '';
  const line = `${open}${padding}${items.join(', ')}${padding}${close}`;
  if (!line.includes('\n') && before + line.length <= WIDTH) return line;
  return stacked([open, close], items, level);
}

/** Items between two brackets, one line each. */
export function stacked(
  [open, close]: readonly [open: string, close: string],
  items: readonly string[],
  level: number,
): string {
  if (items.length === 0) return `${open}${close}`;
  const inner = indentation(level + 1);
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${indentation(level)}${close}`;
}
