import type { ArrayType, Constraints, SetType } from '@sigil/spec';

/** The limits of a list; those of a set say that it is one. */
export function listLimits(type: ArrayType | SetType): Constraints {
  return { ...type.constraints, ...(type.kind === 'set' ? { uniqueItems: true } : {}) };
}

/** Limits behind the words of a type: `, from 0 to 1`; empty where there are none. */
export function limitWords(constraints: Constraints = {}): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  const { minLength, maxLength, pattern, format, minItems, maxItems, uniqueItems } = constraints;
  const limits: string[] = [];
  if (minimum !== undefined && maximum !== undefined) limits.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) limits.push(`at least ${minimum}`);
  else if (maximum !== undefined) limits.push(`at most ${maximum}`);
  if (exclusiveMinimum !== undefined) limits.push(`more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) limits.push(`less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined) limits.push(`a multiple of ${multipleOf}`);
  limits.push(...countWords(minLength, maxLength, 'character'), ...countWords(minItems, maxItems, 'item'));
  if (uniqueItems === true) limits.push('no item twice');
  if (pattern !== undefined) limits.push(`matching /${pattern}/`);
  if (format !== undefined) limits.push(`in the format ${format}`);
  return limits.length === 0 ? '' : `, ${limits.join(', ')}`;
}

function countWords(least: number | undefined, most: number | undefined, noun: string): readonly string[] {
  const nouns = (count: number): string => `${count} ${noun}${noun === 'item' && count === 1 ? '' : 's'}`;
  if (least !== undefined && most !== undefined) return [`${least} to ${nouns(most)}`];
  if (least !== undefined) return [`at least ${nouns(least)}`];
  return most === undefined ? [] : [`at most ${nouns(most)}`];
}
