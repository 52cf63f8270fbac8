import type { MapType, PropertySpec, TupleItem, ValueType } from '@sigil/spec';
import { itemName } from '../declaration/tuple-names.js';
import type { MapTree, PropertyTree, TypeTree } from '../declaration/type-tree.js';
import { propertyParts } from './property-parts.js';
import { withTags } from './tagged-type.js';

/**
 * The value type of a type that no rule refused. Where it was refused, the place of the refusal is taken for text: the
 * result then serves further checks and is never written.
 */
export function valueType(tree: TypeTree): ValueType {
  const type = withoutTags(tree);
  return tree.tags === undefined ? type : withTags(type, tree.tags).type;
}

function withoutTags(tree: TypeTree): ValueType {
  switch (tree.kind) {
    case 'string':
      return {
        kind: 'string',
        ...(tree.suggestions === undefined ? {} : { suggestions: tree.suggestions }),
        ...(tree.brand === undefined ? {} : { brand: tree.brand.name }),
      };
    case 'number':
      return {
        kind: 'number',
        ...(tree.integer === undefined ? {} : { integer: true }),
        ...(tree.brand === undefined ? {} : { brand: tree.brand.name }),
      };
    case 'boolean':
    case 'bigint':
    case 'json':
      return { kind: tree.kind };
    case 'date':
      return { kind: 'date', precision: 'time' };
    case 'enum':
      return {
        kind: 'enum',
        values: tree.values,
        ...(tree.members === undefined ? {} : { members: tree.members }),
      };
    case 'template':
      return { kind: 'template', parts: tree.parts };
    case 'array':
    case 'set':
      return { kind: tree.kind, items: valueType(tree.items) };
    case 'tuple':
      return {
        kind: 'tuple',
        items: tree.items.map(({ name, optional, type }, at): TupleItem => ({
          name: name ?? itemName(at),
          type: valueType(type),
          ...(optional ? { optional: true } : {}),
        })),
        ...(tree.rest === undefined ? {} : { rest: valueType(tree.rest) }),
      };
    case 'map':
      return { kind: 'map', form: tree.form, key: keyType(tree), value: valueType(tree.value) };
    case 'object':
      return {
        kind: 'object',
        ...(tree.name === undefined ? {} : { name: tree.name }),
        properties: tree.properties.map(propertySpec),
      };
    case 'union':
      return {
        kind: 'union',
        ...(tree.discriminator === undefined ? {} : { discriminator: tree.discriminator }),
        variants: tree.variants.map(valueType),
      };
    case 'nullable':
      return { kind: 'nullable', inner: valueType(tree.inner) };
    case 'undefinable':
      return valueType(tree.inner);
    case 'recursive':
      return { kind: 'recursive', name: tree.name, type: valueType(tree.type) };
    case 'reference':
      return { kind: 'reference', name: tree.name };
    case 'refused':
      return { kind: 'string' };
  }
}

function keyType(tree: MapTree): MapType['key'] {
  const key = valueType(tree.key);
  // The reader lets nothing else be a key.
  const isKey =
    key.kind === 'string' || key.kind === 'number' || key.kind === 'enum' || key.kind === 'template';
  return isKey ? key : { kind: 'string' };
}

function propertySpec(property: PropertyTree): PropertySpec {
  const { name, alias, doc } = property;
  const { type, about } = propertyParts(name, property.type, valueType(property.type), doc);
  const isOptional = property.optional || property.type.kind === 'undefinable';
  return {
    name,
    ...(alias === undefined ? {} : { alias }),
    type,
    ...(isOptional ? { optional: true } : {}),
    ...about,
  };
}
