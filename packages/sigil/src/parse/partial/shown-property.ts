import type { PropertySpec } from '@sigil/spec';

/** What is shown of a value of which nothing can be shown yet. */
export const NOTHING = Symbol('nothing');

/** How far the value of a property is, as `@stream state` tells it. */
export type Progress = 'pending' | 'incomplete' | 'complete';

/**
 * What a stream shows of a property, in every layout of a reply: what is there of its value, unless `@stream` says
 * otherwise. Lists and maps start empty.
 *
 * @param value what can be shown of the value; asked for one that has begun
 */
export function shownProperty(property: PropertySpec, progress: Progress, value: () => unknown): unknown {
  if (property.stream === 'done') return progress === 'complete' ? value() : NOTHING;
  const begun = progress === 'pending' ? NOTHING : value();
  const shown = begun === NOTHING ? emptyOf(property) : begun;
  return property.stream === 'state'
    ? { value: shown === NOTHING ? undefined : shown, state: progress }
    : shown;
}

/**
 * What a stream shows of an object. A property that must not be null holds the object back until it is there.
 *
 * @param valueOf what is shown of a property
 * @returns {@link NOTHING} where there is nothing to show
 */
export function shownObject(
  properties: readonly PropertySpec[],
  valueOf: (property: PropertySpec) => unknown,
): Record<string, unknown> | typeof NOTHING {
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    const value = valueOf(property);
    if (property.stream === 'notNull' && (value === NOTHING || value === null)) return NOTHING;
    if (value !== NOTHING) entries.push([property.name, value]);
  }
  return Object.fromEntries(entries);
}

function emptyOf({ type, optional, default: fallback }: PropertySpec): unknown {
  if (optional === true || fallback !== undefined) return NOTHING;
  if (type.kind === 'array') return [];
  if (type.kind === 'set') return new Set();
  if (type.kind === 'map') return type.form === 'map' ? new Map() : {};
  return NOTHING;
}
