import { isDeepStrictEqual } from 'node:util';
import type { ValueType } from '@sigil/spec';

/**
 * What a later partial takes back of an earlier one: a text or a list that got shorter, a scalar that changed, a key
 * that is gone.
 *
 * @returns a sentence, or undefined where the later one only adds
 */
export function regression(
  before: unknown,
  after: unknown,
  type: ValueType,
  path = 'value',
): string | undefined {
  if (before === undefined || Object.is(before, after)) return undefined;
  const body = bodyOf(type);
  if (after === undefined) return `${path} is gone`;
  if (typeof before === 'string' && typeof after === 'string') {
    return mayGrow(body) && after.startsWith(before) ? undefined : changed(before, after, path);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return inList(before, after, (index) => itemType(body, index), path);
  }
  if (before instanceof Set && after instanceof Set) {
    return inList([...before], [...after], () => itemType(body, 0), path);
  }
  if (before instanceof Map && after instanceof Map) {
    return inObject(entriesOf(before), entriesOf(after), (key) => propertyType(body, key), path);
  }
  if (isObject(before) && isObject(after)) {
    return inObject(before, after, (key) => propertyType(body, key), path);
  }
  return isDeepStrictEqual(before, after) ? undefined : changed(before, after, path);
}

function inList(
  before: readonly unknown[],
  after: readonly unknown[],
  typeAt: (index: number) => ValueType,
  path: string,
): string | undefined {
  if (after.length < before.length) return `${path} went from ${before.length} to ${after.length} items`;
  for (const [index, item] of before.entries()) {
    const found = regression(item, after[index], typeAt(index), `${path}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inObject(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  typeAt: (key: string) => ValueType,
  path: string,
): string | undefined {
  for (const [key, value] of Object.entries(before)) {
    const found = regression(value, after[key], typeAt(key), `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(map: ReadonlyMap<unknown, unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...map].map(([key, value]) => [String(key), value]));
}

function changed(before: unknown, after: unknown, path: string): string {
  return `${path} changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A text of a union or of any JSON may be one that grows: the variant is not known here. */
function mayGrow(type: ValueType): boolean {
  return type.kind === 'string' || type.kind === 'union' || type.kind === 'json' || type.kind === 'reference';
}

const anything: ValueType = { kind: 'json' };

function itemType(type: ValueType, index: number): ValueType {
  if (type.kind === 'array' || type.kind === 'set') return type.items;
  return type.kind === 'tuple' ? (type.items[index]?.type ?? anything) : anything;
}

function propertyType(type: ValueType, key: string): ValueType {
  if (type.kind === 'map') return type.value;
  const property = type.kind === 'object' ? type.properties.find(({ name }) => name === key) : undefined;
  return property?.type ?? anything;
}

function bodyOf(type: ValueType): ValueType {
  if (type.kind === 'nullable') return bodyOf(type.inner);
  return type.kind === 'recursive' ? bodyOf(type.type) : type;
}
