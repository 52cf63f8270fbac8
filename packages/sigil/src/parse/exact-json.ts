import { hasFormat, isInstant, limitProblem, templatePattern, valueShownAs } from '@sigil/schema';
import type { ObjectType, ValueType } from '@sigil/spec';
import { MAX_DEPTH } from './fit/plain-json.js';

/** What stands for a value that has to be looked at with its text. */
export const INEXACT = Symbol('inexact');

/**
 * The value of JSON that says what the type says and nothing else: no text for a number, no name in another spelling, no
 * property too many. Most replies with JSON are of that kind, and reading them so takes a fraction of the time.
 *
 * @returns {@link INEXACT} for any other value
 */
export function exactJson(
  value: unknown,
  type: ValueType,
  references: ReadonlyMap<string, ValueType> = new Map(),
  depth = 0,
): unknown {
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
    case 'date': {
      if (typeof value !== 'string') return INEXACT;
      return (type.precision === 'day' ? hasFormat('date', value) : isInstant(value)) ? value : INEXACT;
    }
    case 'enum':
      return valueShownAs(type, value) ?? INEXACT;
    case 'template':
      return typeof value === 'string' && new RegExp(templatePattern(type), 'u').test(value)
        ? value
        : INEXACT;
    case 'array': {
      if (!Array.isArray(value) || !keeps(type.constraints, value)) return INEXACT;
      return exactItems(value, type.items, references, depth);
    }
    case 'object':
      return exactObject(value, type, references, depth);
    case 'nullable':
      return value === null ? null : exactJson(value, type.inner, references, depth);
    case 'recursive':
      return exactJson(value, type.type, new Map([...references, [type.name, type.type]]), depth);
    case 'reference': {
      const target = references.get(type.name);
      return target === undefined ? INEXACT : exactJson(value, target, references, depth);
    }
    case 'map':
    case 'set':
    case 'tuple':
    case 'union':
    case 'json':
      return INEXACT;
  }
}

function keeps(limits: Parameters<typeof limitProblem>[0] | undefined, value: unknown): boolean {
  return limits === undefined || limitProblem(limits, value) === undefined;
}

function exactItems(
  list: readonly unknown[],
  type: ValueType,
  references: ReadonlyMap<string, ValueType>,
  depth: number,
): unknown {
  const items: unknown[] = [];
  for (const item of list) {
    const one = exactJson(item, type, references, depth + 1);
    if (one === INEXACT) return INEXACT;
    items.push(one);
  }
  return items;
}

function exactObject(
  value: unknown,
  { properties }: ObjectType,
  references: ReadonlyMap<string, ValueType>,
  depth: number,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return INEXACT;
  const object: Record<string, unknown> = {};
  let known = 0;
  for (const { name, alias = name, type, optional, default: fallback } of properties) {
    const key = Object.hasOwn(value, name) ? name : alias;
    if (!Object.hasOwn(value, key)) {
      if (optional === true || fallback !== undefined) continue;
      return INEXACT;
    }
    known++;
    const one = exactJson(Reflect.get(value, key), type, references, depth + 1);
    if (one === INEXACT) return INEXACT;
    object[name] = one;
  }
  return Object.keys(value).length === known ? object : INEXACT;
}
