import type { ValueType } from '@sigil/spec';
import { note, type CoerceContext } from './coerce-context.js';
import { noteRepairs } from './note-repairs.js';
import { readJson } from './read-json.js';

/** The items of a list in bullets or numbered lines; undefined for any other text. */
export function bulletParts(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const bullets = lines.flatMap((line) => /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/u.exec(line)?.[1] ?? []);
  return bullets.length > 0 && bullets.length === lines.length ? bullets : undefined;
}

/** Commas separate numbers and names of a closed set; in free text they are text. */
export function commaParts(text: string, items: ValueType): readonly string[] {
  if (text === '') return [];
  return items.kind === 'string' || items.kind === 'nullable'
    ? [text]
    : text.split(',').filter((part) => part.trim() !== '');
}

/** The first JSON value in the text that opens with the bracket. */
export function jsonIn(text: string, open: '{' | '[', path: string, context: CoerceContext): unknown {
  const start = text.indexOf(open);
  const json = start < 0 ? undefined : readJson(text, start);
  if (json === undefined) return undefined;
  const around = `${text.slice(0, start)}${text.slice(json.end)}`.trim();
  if (around !== '') note(context, path, 'text-around-dropped', around, '');
  noteRepairs(json, text, path, context);
  return json.value;
}
