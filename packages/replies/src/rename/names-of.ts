import { innerTypes } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';

/** Every name of a type that a reply may hold: of properties, aliases and the values of enums. */
export function namesOf(type: ValueType): readonly string[] {
  return [...ownNames(type), ...innerTypes(type).flatMap(namesOf)];
}

function ownNames(type: ValueType): readonly string[] {
  switch (type.kind) {
    case 'object':
      return type.properties.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
    case 'enum': {
      const shown = (type.members ?? []).flatMap((member) =>
        [member.shown ?? [], member.accepted ?? []].flat(),
      );
      return [...type.values.filter((value) => typeof value === 'string'), ...shown];
    }
    case 'tuple':
      return type.items.map(({ name }) => name);
    default:
      return [];
  }
}
