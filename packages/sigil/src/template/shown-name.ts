import type { PropertySpec } from '@sigil/spec';

/** What a model sees of a field or a property: its alias, or its name. */
export function shownName({ name, alias }: Pick<PropertySpec, 'name' | 'alias'>): string {
  return alias ?? name;
}
