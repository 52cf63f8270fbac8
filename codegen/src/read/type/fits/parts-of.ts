import type { EnumTree } from '../../../declaration/type-tree.js';
import { eachChoice } from '../each-choice.js';
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
        ...(type.marks === undefined ? {} : { marks: type.marks }),
      }));
    case 'string': {
      // 'a' | (string & {})
      const { suggestions = [] } = type;
      if (suggestions.length === 0) return [type];
      const named = suggestions.map((value): UnionMember => ({ kind: 'enum', values: [value], place, text }));
      return [...named, { ...type, suggestions: [] }];
    }
    case 'enum':
      if (type.values.length === 1 && type.marked === undefined) return [type];
      return eachChoice(type).flatMap(eachMarked);
    default:
      return [type];
  }
}

/** A literal that stands in a union with one brand and with another is two. */
function eachMarked(choice: EnumTree): readonly EnumTree[] {
  const { marked, ...bare } = choice;
  return marked === undefined
    ? [choice]
    : marked.map(({ marks }) => (marks.length === 0 ? bare : { ...bare, marks }));
}
