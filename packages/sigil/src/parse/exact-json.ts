import { hasFormat, isInstant, limitProblem, templatePattern, valueShownAs } from '@sigil/schema';
import type { Constraints, ObjectType, ValueType } from '@sigil/spec';
import { MAX_DEPTH } from './fit/plain-json.js';

/** What stands for a value that has to be looked at with its text. */
export const INEXACT = Symbol('inexact');

/**
 * The value of a JSON text that says what the type says and nothing else: no text for a number, no name in another
 * spelling, no property too many, no key twice. Most replies with JSON are of that kind, and reading them so takes a
 * fraction of the time.
 *
 * @returns {@link INEXACT} for any other text
 * @throws SyntaxError for text that is no JSON
 */
export function exactJson(text: string, type: ValueType): unknown {
  const reader = new ExactReader();
  const value = reader.read(JSON.parse(text), type, 0);
  // JSON.parse takes the last of two members with one key without a word; and what no property took is in no value.
  return value !== INEXACT && reader.keys === keysIn(text) ? value : INEXACT;
}

/** How many keys a JSON text has, where none has a blank behind it; a text with `":` in it counts as more. */
function keysIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count++;
  return count;
}

class ExactReader {
  /** How many members of objects became properties. */
  keys = 0;
  #references: ReadonlyMap<string, ValueType> = new Map();

  read(value: unknown, type: ValueType, depth: number): unknown {
    if (depth > MAX_DEPTH) return INEXACT;
    switch (type.kind) {
      case 'string':
        return typeof value === 'string' && keeps(type.constraints, value) ? value : INEXACT;
      case 'number':
        if (typeof value !== 'number' || (type.integer === true && !Number.isSafeInteger(value)))
          return INEXACT;
        return Number.isFinite(value) && keeps(type.constraints, value) ? value : INEXACT;
      case 'boolean':
        return typeof value === 'boolean' ? value : INEXACT;
      case 'bigint':
        return typeof value === 'string' && /^-?\d+$/u.test(value) ? value : INEXACT;
      case 'date':
        if (typeof value !== 'string') return INEXACT;
        return (type.precision === 'day' ? hasFormat('date', value) : isInstant(value)) ? value : INEXACT;
      case 'enum':
        return valueShownAs(type, value) ?? INEXACT;
      case 'template':
        return typeof value === 'string' && new RegExp(templatePattern(type), 'u').test(value)
          ? value
          : INEXACT;
      case 'array':
        return Array.isArray(value) && keeps(type.constraints, value)
          ? this.#items(value, type.items, depth)
          : INEXACT;
      case 'object':
        return isRecord(value) ? this.#object(value, type, depth) : INEXACT;
      case 'nullable':
        return value === null ? null : this.read(value, type.inner, depth);
      case 'recursive':
        this.#references = new Map([...this.#references, [type.name, type.type]]);
        return this.read(value, type.type, depth);
      case 'reference': {
        const target = this.#references.get(type.name);
        return target === undefined ? INEXACT : this.read(value, target, depth);
      }
      case 'map':
      case 'set':
      case 'tuple':
      case 'union':
      case 'json':
        return INEXACT;
    }
  }

  #items(list: readonly unknown[], type: ValueType, depth: number): unknown {
    const items: unknown[] = [];
    for (const item of list) {
      const one = this.read(item, type, depth + 1);
      if (one === INEXACT) return INEXACT;
      items.push(one);
    }
    return items;
  }

  #object(value: Readonly<Record<string, unknown>>, { properties }: ObjectType, depth: number): unknown {
    const object: Record<string, unknown> = {};
    for (const { name, alias, type, optional, default: fallback } of properties) {
      const held =
        value[name] ?? (alias === undefined || Object.hasOwn(value, name) ? value[name] : value[alias]);
      if (held === undefined) {
        if (optional === true || fallback !== undefined) continue;
        return INEXACT;
      }
      this.keys++;
      const one = this.read(held, type, depth + 1);
      if (one === INEXACT) return INEXACT;
      object[name] = one;
    }
    return object;
  }
}

function keeps(limits: Constraints | undefined, value: unknown): boolean {
  return limits === undefined || limitProblem(limits, value) === undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
