import { contentHash } from '@sigil/hash';
import { innerTypes, shownValues } from '@sigil/schema';
import type { FieldBasis, PropertySpec, SignatureSpec, StateBasis, ValueType } from '@sigil/spec';

/**
 * What a tuned state is tuned for: one hash of the instructions, and for each field its direction, a hash of its shape
 * (type, limits, optional, default) and one of its texts. Names of types, comments and places do not count.
 */
export function basisOf(spec: SignatureSpec): StateBasis {
  return {
    instructions: contentHash(spec.instructions),
    fields: Object.fromEntries(
      spec.fields.map((field): [string, FieldBasis] => [
        field.name,
        [field.direction, contentHash(shapeOf(field)), contentHash(textsOf(field))],
      ]),
    ),
  };
}

function shapeOf({ type, alias, optional, default: fallback }: PropertySpec): object {
  return { type: withoutTexts(type), alias, optional, default: fallback };
}

/** A type without names and texts. Links to recursive types become the number of types between. */
function withoutTexts(type: ValueType, open: readonly string[] = []): object {
  const inner = (one: ValueType): object => withoutTexts(one, open);
  switch (type.kind) {
    case 'string': {
      const { brand, ...rest } = type;
      return brand === undefined ? type : rest;
    }
    case 'number': {
      const { brand, ...rest } = type;
      return brand === undefined ? type : rest;
    }
    case 'enum': {
      const shown = shownValues(type);
      const isPlain = shown.every((value, at) => value === type.values[at]);
      // The order in which an enum declares its members does not count.
      const sorted = type.values.map((value, at) => [value, shown[at]]).sort(byText);
      return { kind: 'enum', values: isPlain ? sorted.map(([value]) => value) : sorted };
    }
    case 'array':
    case 'set':
      return { ...type, items: inner(type.items) };
    case 'tuple':
      return {
        kind: 'tuple',
        items: type.items.map((item) => ({ ...item, type: inner(item.type) })),
        rest: type.rest && inner(type.rest),
      };
    case 'map':
      return { ...type, key: inner(type.key), value: inner(type.value) };
    case 'object':
      return {
        kind: 'object',
        properties: type.properties.map((property) => ({
          name: property.name,
          ...shapeOf(property),
          type: inner(property.type),
        })),
      };
    case 'union':
      return { ...type, variants: type.variants.map(inner) };
    case 'nullable':
      return { kind: 'nullable', inner: inner(type.inner) };
    case 'recursive':
      return { kind: 'recursive', type: withoutTexts(type.type, [...open, type.name]) };
    case 'reference':
      return { kind: 'reference', up: open.length - open.lastIndexOf(type.name) };
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'template':
    case 'json':
      return type;
  }
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** The descriptions of a field and of what it holds, in their order. */
function textsOf({ description, type }: PropertySpec): readonly unknown[] {
  return [description ?? '', ...textsIn(type)];
}

function textsIn(type: ValueType): readonly unknown[] {
  if (type.kind === 'object') return type.properties.map(textsOf);
  if (type.kind === 'enum') return (type.members ?? []).map(({ description }) => description ?? '');
  return innerTypes(type).flatMap(textsIn);
}
