import { isSchema, schemasIn, target, type Schema } from './schema.js';
import { walkSchemas } from './walk-schemas.js';

const MOST_LEVELS = 10;
const MOST_PROPERTIES = 5000;
const MOST_ENUM_VALUES = 1000;
/** From this number of values on, the texts of one enum are limited too. */
const LARGE_ENUM = 250;
const MOST_ENUM_CHARACTERS = 15_000;
/** Of all names of properties and definitions, all values of enums and constants. */
const MOST_CHARACTERS = 120_000;

/** Which limits on its whole a schema breaks. */
export function sizeProblems(root: Schema): readonly string[] {
  const all = walkSchemas(root).map(({ schema }) => schema);
  const enums = all.flatMap(({ enum: values }) =>
    Array.isArray(values) ? [values as readonly unknown[]] : [],
  );
  const names = all.flatMap((schema) => schemasIn(schema['properties']).map(([name]) => name));
  const definitions = all.flatMap((schema) => schemasIn(schema['$defs']).map(([name]) => name));
  const constants = all.flatMap((schema) => ('const' in schema ? [schema['const']] : []));
  const texts = [...names, ...definitions, ...enums.flat(), ...constants];
  const values = enums.reduce((sum, one) => sum + one.length, 0);
  const levels = levelsOf(root, root, new Set());
  return [
    ...over(levels, MOST_LEVELS, 'levels'),
    ...over(names.length, MOST_PROPERTIES, 'properties'),
    ...over(values, MOST_ENUM_VALUES, 'enum values in all'),
    ...enums
      .filter((one) => one.length > LARGE_ENUM)
      .flatMap((one) =>
        over(characters(one), MOST_ENUM_CHARACTERS, `characters in an enum of ${one.length} values`),
      ),
    ...over(characters(texts), MOST_CHARACTERS, 'characters in names and values'),
  ];
}

function over(found: number, most: number, what: string): readonly string[] {
  return found <= most ? [] : [`has ${found} ${what}, at most ${most} are allowed`];
}

function characters(values: readonly unknown[]): number {
  return values.reduce((sum: number, one) => sum + (typeof one === 'string' ? one : String(one)).length, 0);
}

/** How many objects stand in each other, along the deepest way; a link back to what stands around adds none. */
function levelsOf(schema: Schema, root: Schema, around: ReadonlySet<Schema>): number {
  if (around.has(schema)) return 0;
  const within = new Set([...around, schema]);
  const variants: readonly unknown[] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  const properties = schemasIn(schema['properties']).map(([, one]) => one);
  const inner = [target(schema['$ref'], root), schema['items'], ...variants, ...properties].filter(isSchema);
  const deepest = Math.max(0, ...inner.map((one) => levelsOf(one, root, within)));
  return isSchema(schema['properties']) ? deepest + 1 : deepest;
}
