import { isNoValue } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';

/** The items of a list in a text, and the text before and after it. */
export interface TextItems {
  readonly items: readonly string[];
  readonly around: string;
  /** True where each stands on a line of its own, behind a bullet or a number. */
  readonly isBullets: boolean;
}

/**
 * The items of a list that a text says without brackets: lines with bullets or numbers, or parts between commas where
 * the items have none. `1,234` may be one number or two, `none` may be an item or no list: neither has items.
 *
 * @returns undefined where the text is no list
 */
export function itemsInText(text: string, items: ValueType): TextItems | undefined {
  const bullets = bulletList(text);
  if (bullets !== undefined) return bullets;
  if (isNoValue(text) || text.includes('\n')) return undefined;
  const parts = commaParts(text, items);
  return parts.length === 0 ? undefined : { items: parts, around: '', isBullets: false };
}

const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/u;

/** A list in bullets or numbered lines; undefined where there is none, or where other lines stand in it. */
function bulletList(text: string): TextItems | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => BULLET.test(line));
  const last = lines.findLastIndex((line) => BULLET.test(line));
  if (first < 0) return undefined;
  const inside = lines.slice(first, last + 1).filter((line) => line.trim() !== '');
  const items = inside.flatMap((line) => BULLET.exec(line)?.[1] ?? []);
  const after = lines.slice(last + 1);
  // Without a blank line between, what follows the last item may be the rest of it.
  if (items.length < inside.length || (after[0] ?? '').trim() !== '') return undefined;
  return { items, around: [...lines.slice(0, first), ...after].join('\n').trim(), isBullets: true };
}

/**
 * Commas separate numbers and names of a closed set; in other text they are text. Where there are semicolons, these do,
 * and commas are those of numbers: `1,5; 2,5`.
 */
function commaParts(text: string, items: ValueType): readonly string[] {
  if (items.kind === 'string' || items.kind === 'nullable') return [text];
  const separator = text.includes(';') ? ';' : ',';
  return items.kind === 'number' && separator === ',' && /\d,\d{3}(?!\d)/u.test(text)
    ? []
    : text.split(separator).filter((part) => part.trim() !== '');
}
