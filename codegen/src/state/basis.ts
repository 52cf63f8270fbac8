import { canonicalJson, contentHash } from '@sigil/hash';
import { innerTypes, shownValues } from '@sigil/schema';
import type {
  EnumType,
  FieldBasis,
  FieldSpec,
  PropertySpec,
  SignatureSpec,
  StateBasis,
  ValueType,
} from '@sigil/spec';

/**
 * What a tuned state is tuned for: one hash of the instructions, and for each field its direction, a hash of its shape
 * (type, limits, alias, optional, default) and one of its texts. Names of types, brands, comments and places do not
 * count, nor does any order that is told by names: of properties, enum members and variants.
 */
export function basisOf(spec: SignatureSpec): StateBasis {
  return {
    instructions: contentHash(spec.instructions),
    fields: Object.fromEntries(
      spec.fields.map((field): [string, FieldBasis] => [field.name, basisOfField(field)]),
    ),
  };
}

function basisOfField(field: FieldSpec): FieldBasis {
  const hashes = [field.direction, contentHash(shapeOf(field)), contentHash(textsOf(field))] as const;
  const values = enumIn(field.type)?.values;
  return values === undefined
    ? hashes
    : [...hashes, values.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))];
}

/**
 * The values that an enum got since a state was tuned for it; undefined where more than that changed.
 *
 * @param field as it is now
 */
export function valuesAddedTo(
  field: FieldSpec,
  [, shape, , before]: FieldBasis,
): EnumType['values'] | undefined {
  const now = enumIn(field.type);
  if (before === undefined || now === undefined) return undefined;
  const was = { ...field, type: onlyValues(field.type, before) };
  return contentHash(shapeOf(was)) === shape
    ? now.values.filter((value) => !before.includes(value))
    : undefined;
}

/** The enum that a type is, or that its items are, also with null. */
function enumIn(type: ValueType): EnumType | undefined {
  if (type.kind === 'enum') return type;
  if (type.kind === 'nullable') return enumIn(type.inner);
  return type.kind === 'array' || type.kind === 'set' ? enumIn(type.items) : undefined;
}

function onlyValues(type: ValueType, values: EnumType['values']): ValueType {
  if (type.kind === 'nullable') return { ...type, inner: onlyValues(type.inner, values) };
  if (type.kind === 'array' || type.kind === 'set') return { ...type, items: onlyValues(type.items, values) };
  if (type.kind !== 'enum') return type;
  const isKept = (_: unknown, at: number): boolean => values.includes(type.values[at] ?? '');
  return {
    ...type,
    values: type.values.filter(isKept),
    ...(type.members === undefined ? {} : { members: type.members.filter(isKept) }),
  };
}

function shapeOf(property: PropertySpec, open: readonly string[] = []): object {
  const { type, alias, optional, default: fallback } = property;
  return { type: withoutTexts(type, open), alias, optional, default: fallback };
}

/** A type without names and texts. Links to recursive types become the number of types between. */
function withoutTexts(type: ValueType, open: readonly string[]): object {
  const inner = (one: ValueType): object => withoutTexts(one, open);
  switch (type.kind) {
    case 'string': {
      const { brand: _, suggestions, ...rest } = type;
      return suggestions === undefined ? rest : { ...rest, suggestions: suggestions.toSorted() };
    }
    case 'number': {
      const { brand: _, ...rest } = type;
      return rest;
    }
    case 'enum': {
      const shown = shownValues(type);
      const isPlain = shown.every((value, at) => value === type.values[at]);
      return {
        kind: 'enum',
        values: unordered(isPlain ? type.values : type.values.map((value, at) => [value, shown[at]])),
      };
    }
    case 'template':
      return {
        kind: 'template',
        parts: type.parts.map((part) =>
          typeof part === 'object' && part.kind === 'choice'
            ? { ...part, values: unordered(part.values) }
            : part,
        ),
      };
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
        properties: unordered(
          type.properties.map((property) => ({ name: property.name, ...shapeOf(property, open) })),
        ),
      };
    case 'union':
      return { ...type, variants: unordered(type.variants.map(inner)) };
    case 'nullable':
      return { kind: 'nullable', inner: inner(type.inner) };
    case 'recursive':
      return { kind: 'recursive', type: withoutTexts(type.type, [...open, type.name]) };
    case 'reference':
      return { kind: 'reference', up: open.length - open.lastIndexOf(type.name) };
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'json':
      return type;
  }
}

/** In an order that depends on the members only. */
function unordered(members: readonly unknown[]): readonly unknown[] {
  return members
    .map((member) => ({ member, text: canonicalJson(member) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ member }) => member);
}

/** What is said of a field and of what it holds: descriptions, examples, that it is deprecated. */
function textsOf({ description, examples, deprecated, type }: PropertySpec): readonly unknown[] {
  return [
    description ?? '',
    ...textsIn(type),
    ...(examples === undefined ? [] : [{ examples }]),
    ...(deprecated === undefined ? [] : [{ deprecated }]),
  ];
}

function textsIn(type: ValueType): readonly unknown[] {
  if (type.kind === 'object') {
    const said = type.properties.map((property) => ({ name: property.name, texts: textsOf(property) }));
    return unordered(said.filter(({ texts }) => texts.some((text) => text !== '')));
  }
  if (type.kind === 'enum') {
    const said = (type.members ?? []).map(({ description }, at) => [type.values[at] ?? '', description]);
    return unordered(said.filter(([, description]) => description !== undefined));
  }
  const inner = innerTypes(type).flatMap(textsIn);
  return type.kind === 'union' ? unordered(inner) : inner;
}
