import type { Constraints, JsonValue, ValueType } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import { tagValue, type About } from './tag-value.js';
import { taggedValues } from './tag-data.js';

/** A type together with what the tags of its comment say. */
export interface TaggedType {
  readonly type: ValueType;
  /** What the tags say about the property that has the type. */
  readonly about: About;
}

/** Puts limits where they belong: on the text, the number, the list inside of a nullable. */
export function withTags(given: ValueType, tags: readonly DocTag[]): TaggedType {
  let type = given;
  const about: { -readonly [K in keyof About]: About[K] } = {};
  for (const tag of tags) {
    const value = tagValue(tag);
    if (value?.kind === 'limit') type = limited(type, value.limits);
    if (value?.kind === 'integer') type = asInteger(type);
    if (value?.kind === 'about') Object.assign(about, value.about);
  }
  return { type, about: { ...about, ...data(type, tags) } };
}

function data(type: ValueType, tags: readonly DocTag[]): About {
  const values = (...names: readonly string[]): readonly JsonValue[] =>
    tags
      .filter(({ name }) => names.includes(name))
      .flatMap((tag) => {
        const found = taggedValues(tag, type);
        return 'values' in found ? found.values : [];
      });
  const fallback = values('default').at(-1);
  const examples = values('example', 'examples');
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(examples.length === 0 ? {} : { examples }),
  };
}

function limited(type: ValueType, limits: Constraints): ValueType {
  switch (type.kind) {
    case 'nullable':
      return { ...type, inner: limited(type.inner, limits) };
    case 'date':
      if (limits.format === undefined) return type;
      return { ...type, precision: limits.format === 'date' ? 'day' : 'time' };
    case 'string':
    case 'number':
    case 'array':
    case 'set':
    case 'map':
      return { ...type, constraints: stricter(type.constraints ?? {}, limits) };
    default:
      return type;
  }
}

/** Limits of an alias hold as well as those of the field that uses it. */
function stricter(a: Constraints, b: Constraints): Constraints {
  const both = { ...a, ...b };
  const raised = RAISED.flatMap((name) => {
    const values = [a[name], b[name]].filter((value) => value !== undefined);
    return values.length < 2 ? [] : [[name, Math.max(...values)] as const];
  });
  const lowered = LOWERED.flatMap((name) => {
    const values = [a[name], b[name]].filter((value) => value !== undefined);
    return values.length < 2 ? [] : [[name, Math.min(...values)] as const];
  });
  return { ...both, ...Object.fromEntries([...raised, ...lowered]) };
}

const RAISED = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const LOWERED = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;

function asInteger(type: ValueType): ValueType {
  if (type.kind === 'nullable') return { ...type, inner: asInteger(type.inner) };
  return type.kind === 'number' ? { ...type, integer: true } : type;
}
