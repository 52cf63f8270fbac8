import type { EnumMember } from '@sigil/spec';

type Value = string | number | boolean;

/** What a model sees of a value. */
export function shownOf(value: Value, member: EnumMember | undefined): Value {
  return member?.shown ?? value;
}

/**
 * The members of a choice, without the names that another member is shown as: a reply with that text means the other.
 */
export function withoutClashes(
  values: readonly Value[],
  members: readonly EnumMember[],
): readonly EnumMember[] {
  const shown = new Set(values.map((value, at) => shownOf(value, members[at])));
  return members.map(({ accepted, ...member }) => {
    const left = accepted?.filter((text) => !shown.has(text)) ?? [];
    return left.length === 0 ? member : { ...member, accepted: left };
  });
}

/** A text that stands for two values of a choice, as a prompt has them: without quotes around texts. */
export function shownTwice(values: readonly Value[], members: readonly EnumMember[]): Value | undefined {
  const seen = new Set<string>();
  return values
    .map((value, at) => String(shownOf(value, members[at])))
    .find((shown) => seen.size === seen.add(shown).size);
}
