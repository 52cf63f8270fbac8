import type { EnumType } from '@sigil/spec';
import { shownValues } from '@sigil/schema';

/** A text or value that stands for a value of an enum. */
export type TextOfValue = readonly [text: string | number | boolean, value: string | number | boolean];

/** What a model sees of each value. */
export function shownTexts(type: EnumType): readonly TextOfValue[] {
  const shown = shownValues(type);
  return type.values.map((value, at) => [shown[at] ?? value, value]);
}

/** What people write of each value, too: the value itself, and its declared name. */
export function allTexts(type: EnumType): readonly TextOfValue[] {
  const values = type.values.map((value): TextOfValue => [value, value]);
  const names = type.values.flatMap((value, at) =>
    (type.members?.[at]?.accepted ?? []).map((name): TextOfValue => [name, value]),
  );
  const all = [...shownTexts(type), ...values, ...names];
  return all.filter(([text], at) => all.findIndex(([other]) => other === text) === at);
}
