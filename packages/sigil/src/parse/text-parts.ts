import { isNoValue } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { note, type CoerceContext } from './coerce-context.js';
import { noteRepairs } from './note-repairs.js';
import { readJson } from './read-json.js';

const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/u;

/** The items of a list in bullets or numbered lines, and the text before and after it. */
export interface BulletList {
  readonly items: readonly string[];
  readonly around: string;
}

/** Reads a list in bullets or numbered lines; undefined where there is none, or where other lines stand in it. */
export function bulletList(text: string): BulletList | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => BULLET.test(line));
  const last = lines.findLastIndex((line) => BULLET.test(line));
  if (first < 0) return undefined;
  const inside = lines.slice(first, last + 1).filter((line) => line.trim() !== '');
  const items = inside.flatMap((line) => BULLET.exec(line)?.[1] ?? []);
  const after = lines.slice(last + 1);
  // Without a blank line between, what follows the last item may be the rest of it.
  if (items.length < inside.length || (after[0] ?? '').trim() !== '') return undefined;
  return { items, around: [...lines.slice(0, first), ...after].join('\n').trim() };
}

/**
 * The items of a list on one line. Commas separate numbers, names of a closed set and texts in quotes; in other text
 * they are text. `1,234` may be one number or two, `none` may be an item or no list: neither has items.
 */
export function commaParts(text: string, items: ValueType): readonly string[] {
  if (isNoValue(text) || text.includes('\n')) return [];
  if (items.kind === 'string' || items.kind === 'nullable') return [text];
  return items.kind === 'number' && /\d,\d{3}(?!\d)/u.test(text)
    ? []
    : text.split(',').filter((part) => part.trim() !== '');
}

/** Texts in quotes with commas between them, as they stand in JSON without its brackets. */
export function quotedParts(text: string): readonly unknown[] | undefined {
  if (!/^["'“].*["'”]$/su.test(text)) return undefined;
  const json = readJson(`[${text}]`, 0);
  const isWhole = json !== undefined && json.end === text.length + 2;
  return isWhole && Array.isArray(json.value) && json.value.length > 1 ? json.value : undefined;
}

/** The first JSON value in the text that opens with the bracket, or with the other one. */
export function jsonIn(
  text: string,
  open: '{' | '[',
  path: string,
  context: CoerceContext,
  other?: '[',
): unknown {
  const starts = [text.indexOf(open), other === undefined ? -1 : text.indexOf(other)].filter((at) => at >= 0);
  const start = starts.length === 0 ? -1 : Math.min(...starts);
  const json = start < 0 ? undefined : readJson(text, start);
  if (json === undefined) return undefined;
  const around = `${text.slice(0, start)}${text.slice(json.end)}`.trim();
  if (around !== '') note(context, path, 'text-around-dropped', around, '');
  noteRepairs(json, text, path, context);
  return json.value;
}
