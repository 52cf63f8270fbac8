import { innerTypes } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import type { Path } from './follow-path.js';

/**
 * The path of a value in the words of the prompt: with the aliases of fields and properties.
 *
 * @param path as the program has it
 * @example
 * ```text
 * ['due_day', 'items', 2]   note.items[2]
 * ```
 */
export function shownPath(fields: readonly PropertySpec[], path: Path): string {
  const known = new Map<string, ValueType>();
  let properties = fields;
  let shown = '';
  for (const key of path) {
    // A key of a map stays, and the way goes on in its values.
    const property = properties.find(({ name }) => name === key);
    if (property !== undefined) properties = propertiesIn(property.type, known);
    const name = property === undefined ? String(key) : shownName(property);
    if (typeof key === 'number') shown += `[${key}]`;
    else shown += shown === '' ? name : `.${name}`;
  }
  return shown;
}

/** The properties of the objects that a type is or holds; those of one that holds itself once. */
function propertiesIn(
  type: ValueType,
  known: Map<string, ValueType>,
  seen: ReadonlySet<ValueType> = new Set(),
): readonly PropertySpec[] {
  if (type.kind === 'object') return type.properties;
  if (type.kind === 'recursive') known.set(type.name, type.type);
  const target = type.kind === 'reference' ? known.get(type.name) : undefined;
  if (seen.has(type)) return [];
  const inner = target === undefined ? innerTypes(type) : [target];
  return inner.flatMap((one) => propertiesIn(one, known, new Set([...seen, type])));
}
