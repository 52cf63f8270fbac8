import { contentHash } from '@sigil/hash';
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

function shapeOf({ type, optional, constraints, default: fallback }: PropertySpec): object {
  return { type: withoutTexts(type), optional, constraints, default: fallback };
}

function withoutTexts(type: ValueType): object {
  switch (type.kind) {
    case 'array':
      return { kind: 'array', items: withoutTexts(type.items) };
    case 'nullable':
      return { kind: 'nullable', inner: withoutTexts(type.inner) };
    case 'object':
      return {
        kind: 'object',
        properties: type.properties.map((property) => ({ name: property.name, ...shapeOf(property) })),
      };
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
      return type;
  }
}

/** The descriptions of a field and of what it holds, in their order. */
function textsOf({ description, type }: PropertySpec): readonly unknown[] {
  return [description ?? '', ...textsIn(type)];
}

function textsIn(type: ValueType): readonly unknown[] {
  if (type.kind === 'array') return textsIn(type.items);
  if (type.kind === 'nullable') return textsIn(type.inner);
  return type.kind === 'object' ? type.properties.map(textsOf) : [];
}
