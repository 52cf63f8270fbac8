import { isSchema, schemasIn, target, type Schema } from './schema.js';

/**
 * Objects in one `anyOf` must not begin with the same property, unless its only value tells them apart. Seen as an error
 * 400 of the service; its documentation is silent.
 */
export function variantProblems(schema: Schema, root: Schema): readonly string[] {
  const listed: unknown = schema['anyOf'];
  if (listed === undefined) return [];
  if (!Array.isArray(listed) || listed.length === 0) return ["'anyOf' is no list of schemas"];
  const variants: readonly unknown[] = listed;
  const firsts = variants.map((variant) => firstProperty(variant, root));
  return firsts.flatMap((first, at) => {
    const twin = firsts.findIndex((other) => other?.name === first?.name);
    if (first === undefined || twin >= at) return [];
    const apart = firsts
      .slice(0, at)
      .filter((other) => other?.name === first.name)
      .every(
        (other) =>
          first.values !== undefined && other?.values !== undefined && areApart(first.values, other.values),
      );
    return apart ? [] : [`the objects ${twin} and ${at} of 'anyOf' both begin with '${first.name}'`];
  });
}

interface FirstProperty {
  readonly name: string;
  /** All it can be, where the schema says so. */
  readonly values: readonly unknown[] | undefined;
}

function firstProperty(variant: unknown, root: Schema): FirstProperty | undefined {
  const seen = new Set<unknown>();
  let schema: unknown = variant;
  while (isSchema(schema) && '$ref' in schema && !seen.has(schema)) {
    seen.add(schema);
    schema = target(schema['$ref'], root);
  }
  if (!isSchema(schema)) return undefined;
  const [first] = schemasIn(schema['properties']);
  if (first === undefined) return undefined;
  const [name, property] = first;
  const list: unknown = 'const' in property ? [property['const']] : property['enum'];
  return { name, values: Array.isArray(list) ? list : undefined };
}

function areApart(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((one) => !b.includes(one));
}
