import type { EnumType } from '@sigil/spec';
import { shownValues } from '../type/shown-value.js';
import type { Described } from './described.js';

/** Every enum says its type: texts and numbers in one list become two schemas. */
export function enumSchema(type: EnumType): Described {
  const shown = shownValues(type);
  const groups = (['string', 'number', 'boolean'] as const).flatMap((kind) => {
    const values = shown.filter((value) => typeof value === kind);
    if (values.length === 0) return [];
    const isInteger = kind === 'number' && values.every(Number.isInteger);
    return [{ type: isInteger ? 'integer' : kind, enum: values }];
  });
  const [only, second] = groups;
  const schema = only !== undefined && second === undefined ? only : { anyOf: groups };
  const sentences = type.values.flatMap((_, index) => {
    const meaning = type.members?.[index]?.description;
    return meaning === undefined ? [] : [`${String(shown[index])}: ${meaning}`];
  });
  return { schema, sentences };
}
