import { characterCount, hasFormat, isMultipleOf } from '@sigil/schema';
import type { TextFormat } from '@sigil/spec';

/** A check for `.refine`: the number is a multiple of the step, both as they are written in decimals. */
export function multipleOf(step: number): (value: number) => boolean {
  return (value) => isMultipleOf(value, step);
}

/** A check for `.refine`: as many characters or more, counted as JSON schemas do: an emoji is one. */
export function minLength(least: number): (text: string) => boolean {
  return (text) => text.length >= least && characterCount(text) >= least;
}

/** A check for `.refine`: as many characters or fewer, counted as {@link minLength} does. */
export function maxLength(most: number): (text: string) => boolean {
  return (text) => text.length <= most || characterCount(text) <= most;
}

/** A check for `.refine`: text in a format of JSON schemas. */
export function inFormat(format: TextFormat): (text: string) => boolean {
  return (text) => hasFormat(format, text);
}

/** A check for `.refine`: no item of a list equals another. */
export function withoutRepetition(values: readonly unknown[]): boolean {
  return new Set(values.map(textOf)).size === values.length;
}

/** Text that is the same for equal values. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => {
    if (typeof held === 'bigint') return `${held}n`;
    if (held instanceof Map || held instanceof Set) return Array.from<unknown>(held);
    return isPlain(held) ? Object.fromEntries(Object.entries(held).sort(byName)) : held;
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
