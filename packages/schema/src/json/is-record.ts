import type { JsonValue } from '@sigil/spec';

/** True for an object of JSON: no list, not null. */
export function isRecord(value: JsonValue): value is { readonly [name: string]: JsonValue };
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
export function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
