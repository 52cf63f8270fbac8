import { innerTypes } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { nameKey } from '../../template/field-name.js';
import type { KnownNames } from '../tree/lookahead.js';

const known = new WeakMap<ValueType, { readonly names: KnownNames }>();

/** The names that objects of a type can have; undefined where they can have any. */
export function knownNames(type: ValueType): KnownNames {
  let kept = known.get(type);
  if (kept === undefined) {
    const names = new Set<string>();
    kept = { names: collect(type, names) ? names : undefined };
    known.set(type, kept);
  }
  return kept.names;
}

/** @returns false for a type that holds objects with any names */
function collect(type: ValueType, names: Set<string>): boolean {
  if (type.kind === 'json' || type.kind === 'map') return false;
  if (type.kind === 'object') {
    for (const { name, alias } of type.properties) {
      names.add(nameKey(name));
      if (alias !== undefined) names.add(nameKey(alias));
    }
  }
  if (type.kind === 'tuple') type.items.forEach(({ name }) => names.add(nameKey(name)));
  return innerTypes(type).every((inner) => collect(inner, names));
}
