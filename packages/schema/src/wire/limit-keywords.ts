import type { Constraints, JsonObject } from '@sigil/spec';
import { unicodePattern } from '../type/unicode-pattern.js';
import type { DialectRules } from './wire-dialect.js';

/** Limits as a dialect can say them, and those that it cannot. */
export interface SplitLimits {
  readonly keywords: JsonObject;
  readonly left: Constraints;
}

/** @param isInteger whether the limits are those of whole numbers */
export function splitLimits(limits: Constraints, rules: DialectRules, isInteger: boolean): SplitLimits {
  const said: [string, string | number | boolean][] = [];
  const left: [string, string | number | boolean][] = [];
  const all: readonly [string, string | number | boolean][] = Object.entries({ ...limits });
  for (const [name, value] of all) {
    const written = name === 'pattern' ? unicodePattern(String(value)) : value;
    if (written !== undefined && canSay(name, written, rules, isInteger)) said.push([name, written]);
    else left.push([name, value]);
  }
  return { keywords: Object.fromEntries(said), left: Object.fromEntries(left) };
}

function canSay(
  name: string,
  value: unknown,
  { keywords, formats }: DialectRules,
  isInteger: boolean,
): boolean {
  if (name === 'format') return typeof value === 'string' && formats.has(value);
  // Validators compute it in binary floating point: 19.99 would be no multiple of 0.01.
  if (name === 'multipleOf' && !Number.isInteger(value)) return false;
  if (keywords.has(name)) return true;
  if (name === 'pattern') {
    return keywords.has('whole pattern') && typeof value === 'string' && /^\^[^|]*\$$/u.test(value);
  }
  return isInteger && keywords.has('integer ranges') && /^(?:minimum|maximum|exclusive)/u.test(name);
}
