import { isMultipleOf } from '@sigil/schema';

/** A check for `.refine`: the number is a multiple of the step, both as they are written in decimals. */
export function multipleOf(step: number): (value: number) => boolean {
  return (value) => isMultipleOf(value, step);
}
