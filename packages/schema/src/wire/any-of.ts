import type { JsonObject, JsonValue } from '@sigil/spec';

/** The alternatives that a schema is made of; itself, when it is made of none. */
export function alternatives(schema: JsonObject): readonly JsonValue[] {
  const list: unknown = schema['anyOf'];
  const isOnly = Array.isArray(list) && Object.keys(schema).length === 1;
  const found: readonly JsonValue[] = isOnly ? list : [schema];
  return found;
}

/** A schema, or null. */
export function orNull(schema: JsonObject): JsonObject {
  return { anyOf: [...alternatives(schema), { type: 'null' }] };
}
