import { innerTypes } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';

/**
 * The path of a value in the words of the prompt: with the aliases of fields and properties.
 *
 * @param path as errors have it: `items[2].price`
 */
export function shownPath(fields: readonly PropertySpec[], path: string): string {
  let properties = fields;
  return path
    .split('.')
    .map((segment) => {
      const [name = '', ...rest] = segment.split(/(?=\[)/u);
      const property = properties.find((one) => one.name === name);
      // A key of a map stays, and the way goes on in its values.
      if (property === undefined) return segment;
      properties = propertiesIn(property.type);
      return `${shownName(property)}${rest.join('')}`;
    })
    .join('.');
}

/** The properties of the objects that a type is or holds. */
function propertiesIn(type: ValueType): readonly PropertySpec[] {
  return type.kind === 'object' ? type.properties : innerTypes(type).flatMap(propertiesIn);
}
