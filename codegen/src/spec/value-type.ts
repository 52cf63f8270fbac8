import type { Constraints, PropertySpec, ValueType } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import type { PropertyTree, TypeTree } from '../declaration/type-tree.js';
import { tagValue } from './tag-value.js';

/**
 * The value type of a type that no rule refused. Where it was refused, the place of the refusal is taken for text: the
 * result then serves further checks and is never written.
 */
export function valueType(tree: TypeTree): ValueType {
  switch (tree.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: tree.kind };
    case 'enum':
      return { kind: 'enum', values: tree.values };
    case 'array':
      return { kind: 'array', items: valueType(tree.items) };
    case 'object':
      return { kind: 'object', properties: tree.properties.map(propertySpec) };
    case 'nullable':
      return { kind: 'nullable', inner: valueType(tree.inner) };
    case 'undefinable':
      return valueType(tree.inner);
    case 'refused':
      return { kind: 'string' };
  }
}

function propertySpec(property: PropertyTree): PropertySpec {
  const { type, constraints } = withTags(valueType(property.type), property.doc?.tags ?? []);
  return {
    name: property.name,
    type,
    ...(property.optional ? { optional: true } : {}),
    ...described(property.doc?.text),
    ...(constraints === undefined ? {} : { constraints }),
  };
}

/** `{ description }`, or nothing when there is no text. */
export function described(text: string | undefined): { description?: string } {
  return text === undefined || text === '' ? {} : { description: text };
}

/** A type together with what the tags of its comment say. */
export function withTags(
  type: ValueType,
  tags: readonly DocTag[],
): { type: ValueType; constraints?: Constraints } {
  const values = tags.map(tagValue);
  const limits = values.flatMap((value) =>
    value?.kind === 'constraint' ? Object.entries(value.constraint) : [],
  );
  const isInteger = values.some((value) => value?.kind === 'integer');
  return {
    type: isInteger ? whole(type) : type,
    ...(limits.length === 0 ? {} : { constraints: Object.fromEntries(limits) }),
  };
}

function whole(type: ValueType): ValueType {
  if (type.kind === 'nullable') return { kind: 'nullable', inner: whole(type.inner) };
  return type.kind === 'number' ? { kind: 'number', integer: true } : type;
}
