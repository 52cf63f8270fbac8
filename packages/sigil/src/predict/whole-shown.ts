import { namedVariant } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { holding } from './holding.js';

/**
 * Values as a stream shows them when they are whole: as they are, but for what `@stream state` asks for with its state.
 */
export function wholeShown(
  fields: readonly PropertySpec[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return fields.some(hasState) ? members(fields, values, new Map()) : values;
}

type References = ReadonlyMap<string, ValueType>;

function members(
  properties: readonly PropertySpec[],
  values: Readonly<Record<string, unknown>>,
  references: References,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    properties.flatMap(({ name, type, stream }): readonly (readonly [string, unknown])[] => {
      const value = values[name];
      const shown = stream === 'done' ? value : shownOf(type, value, references);
      if (stream === 'state') return [[name, { value: shown, state: 'complete' }]];
      return value === undefined ? [] : [[name, shown]];
    }),
  );
}

function shownOf(type: ValueType, value: unknown, references: References): unknown {
  switch (type.kind) {
    case 'nullable':
      return value === null ? null : shownOf(type.inner, value, references);
    case 'recursive':
      return shownOf(type.type, value, new Map([...references, [type.name, type.type]]));
    case 'reference': {
      const target = references.get(type.name);
      return target === undefined ? value : shownOf(target, value, references);
    }
    case 'object':
      return isRecord(value) ? members(type.properties, value, references) : value;
    case 'array':
      return Array.isArray(value) ? value.map((item) => shownOf(type.items, item, references)) : value;
    case 'union': {
      // Only variants with a property that tells them apart are shown in parts.
      const variant = namedVariant(type, value, references);
      return variant === undefined ? value : shownOf(variant, value, references);
    }
    default:
      return value;
  }
}

/** True for a property that is shown with its state, or that holds one. */
const hasState = holding(({ stream }) => stream === 'state');

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
