import { isSchema, schemasIn, type Schema } from './schema.js';

/** A schema inside of another, and where. */
export interface PlacedSchema {
  readonly schema: Schema;
  /** As a JSON pointer: `#/properties/team`. */
  readonly path: string;
}

/** A schema and all schemas in it, those in `$defs` too; links are not followed. */
export function walkSchemas(schema: Schema, path = '#'): readonly PlacedSchema[] {
  const inner: PlacedSchema[] = [];
  for (const keyword of ['properties', '$defs'] as const) {
    for (const [name, one] of schemasIn(schema[keyword])) {
      const segment = name.replaceAll('~', '~0').replaceAll('/', '~1');
      inner.push(...walkSchemas(one, `${path}/${keyword}/${segment}`));
    }
  }
  if (isSchema(schema['items'])) inner.push(...walkSchemas(schema['items'], `${path}/items`));
  const variants: unknown = schema['anyOf'];
  if (Array.isArray(variants)) {
    for (const [at, one] of variants.entries())
      if (isSchema(one)) inner.push(...walkSchemas(one, `${path}/anyOf/${at}`));
  }
  return [{ schema, path }, ...inner];
}
