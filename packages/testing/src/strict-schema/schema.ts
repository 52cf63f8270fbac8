/** A JSON schema as it comes: nothing is known of it but that it is an object. */
export type Schema = Readonly<Record<string, unknown>>;

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schemas under the names of `properties` or `$defs`. */
export function schemasIn(value: unknown): readonly (readonly [name: string, schema: Schema])[] {
  if (!isSchema(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => (isSchema(one) ? [[name, one] as const] : []));
}

/** The schema that a link leads to; undefined where it leads nowhere. */
export function target(reference: unknown, root: Schema): Schema | undefined {
  if (reference === '#') return root;
  const name = typeof reference === 'string' ? /^#\/\$defs\/([^/]+)$/u.exec(reference)?.[1] : undefined;
  if (name === undefined || !isSchema(root['$defs'])) return undefined;
  const definitions = root['$defs'];
  const found = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  return isSchema(found) ? found : undefined;
}
