import type { Constraints } from '@sigil/spec';

/** Limits in words, one short sentence for each: `At least 3 characters.` */
export function limitSentences(limits: Constraints): string[] {
  const sentences: (string | undefined)[] = [
    range(limits.minLength, limits.maxLength, 'character'),
    range(limits.minItems, limits.maxItems, 'item'),
    limits.uniqueItems === true ? 'No item twice.' : undefined,
    limits.minimum === undefined ? undefined : `At least ${limits.minimum}.`,
    limits.maximum === undefined ? undefined : `At most ${limits.maximum}.`,
    limits.exclusiveMinimum === undefined ? undefined : `More than ${limits.exclusiveMinimum}.`,
    limits.exclusiveMaximum === undefined ? undefined : `Less than ${limits.exclusiveMaximum}.`,
    limits.multipleOf === undefined ? undefined : `A multiple of ${limits.multipleOf}.`,
    limits.pattern === undefined ? undefined : `Matches ${limits.pattern}.`,
    limits.format === undefined ? undefined : `Format: ${limits.format}.`,
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function range(least: number | undefined, most: number | undefined, noun: string): string | undefined {
  const counted = (count: number): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  if (least !== undefined && least === most) return `Exactly ${counted(least)}.`;
  if (least !== undefined && most !== undefined) return `${least} to ${counted(most)}.`;
  if (least !== undefined) return `At least ${counted(least)}.`;
  return most === undefined ? undefined : `At most ${counted(most)}.`;
}
