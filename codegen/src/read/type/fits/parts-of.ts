import { aloneOr, type UnionMember } from '../type-context.js';

/** The parts of a union, one for each literal. */
export function partsOf(member: UnionMember): readonly UnionMember[] {
  const type = member.kind === 'refused' ? aloneOr(member) : member;
  const { place, text } = type;
  switch (type.kind) {
    case 'union':
      return type.variants.flatMap(partsOf);
    case 'nullable':
      return [...partsOf(type.inner), { kind: 'null', place, text }];
    case 'undefinable':
      return [...partsOf(type.inner), { kind: 'undefined', place, text }];
    case 'never':
      return [];
    case 'boolean':
      return [true, false].map((value) => ({
        kind: 'enum',
        values: [value],
        place,
        text,
        ...(type.branded === true ? { branded: true } : {}),
      }));
    case 'string': {
      // 'a' | (string & {})
      const { suggestions = [] } = type;
      if (suggestions.length === 0) return [type];
      const named = suggestions.map((value): UnionMember => ({ kind: 'enum', values: [value], place, text }));
      return [...named, { ...type, suggestions: [] }];
    }
    case 'enum':
      if (type.values.length === 1) return [type];
      return type.values.map((value, at) => ({
        ...type,
        values: [value],
        ...(type.members === undefined ? {} : { members: type.members.slice(at, at + 1) }),
      }));
    default:
      return [type];
  }
}
