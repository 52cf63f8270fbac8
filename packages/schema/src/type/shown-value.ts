import type { EnumType } from '@sigil/spec';

/** What a model sees of each value of an enum, in their order: the value itself, or a text that stands for it. */
export function shownValues(type: EnumType): readonly (string | number | boolean)[] {
  return type.values.map((value, index) => type.members?.[index]?.shown ?? value);
}

/** The value that a model's text or value stands for, by what is shown, by the value, or by another accepted text. */
export function valueShownAs(type: EnumType, shown: unknown): string | number | boolean | undefined {
  const isShown = (value: string | number | boolean): boolean => value === shown;
  const at = [
    shownValues(type).findIndex(isShown),
    type.values.findIndex(isShown),
    type.values.findIndex((_, index) => type.members?.[index]?.accepted?.some(isShown) === true),
  ].find((index) => index >= 0);
  return at === undefined ? undefined : type.values[at];
}

/** What a model sees in the place of a value, or of a text that stands for it; what is none of the enum stays. */
export function shownInPlaceOf<V>(type: EnumType, value: V): V | string | number | boolean {
  const meant = valueShownAs(type, value);
  return meant === undefined ? value : (shownValues(type)[type.values.indexOf(meant)] ?? value);
}

/** The value that the name of a property stands for, where an enum is the key of a map: names are texts, values need not be. */
export function valueNamed(type: EnumType, name: string): string | number | boolean | undefined {
  return valueShownAs(type, name) ?? type.values.find((value) => String(value) === name);
}
