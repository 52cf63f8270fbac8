import type { Constraints, PropertySpec, ValueType } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import { tagValue } from './tag-value.js';

/** A type together with what the tags of its comment say. */
export interface TaggedType {
  readonly type: ValueType;
  /** What the tags say about the property that has the type. */
  readonly about: Partial<Pick<PropertySpec, 'alias'>>;
}

/** Puts limits where they belong: on the text, the number, the list inside of a nullable. */
export function withTags(type: ValueType, tags: readonly DocTag[]): TaggedType {
  const limits = limitsIn(tags);
  const whole = tags.some((tag) => tagValue(tag)?.kind === 'integer') ? asInteger(type) : type;
  return { type: Object.keys(limits).length === 0 ? whole : limited(whole, limits), about: {} };
}

/** The limits that tags set. */
export function limitsIn(tags: readonly DocTag[]): Constraints {
  const values = tags.map(tagValue);
  return Object.fromEntries(
    values.flatMap((value) => (value?.kind === 'constraint' ? Object.entries(value.constraint) : [])),
  );
}

function limited(type: ValueType, limits: Constraints): ValueType {
  switch (type.kind) {
    case 'nullable':
      return { ...type, inner: limited(type.inner, limits) };
    case 'string':
    case 'number':
    case 'array':
    case 'set':
    case 'map':
      return { ...type, constraints: { ...type.constraints, ...limits } };
    default:
      return type;
  }
}

function asInteger(type: ValueType): ValueType {
  if (type.kind === 'nullable') return { ...type, inner: asInteger(type.inner) };
  return type.kind === 'number' ? { ...type, integer: true } : type;
}
