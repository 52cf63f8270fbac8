import type { DocTag } from '../declaration/doc-comment.js';
import { isConstraintTag } from '../declaration/tag-names.js';
import { tagValue } from '../spec/tag-value.js';
import { limitsIn } from '../spec/tagged-type.js';
import type { Finding } from './diagnostic.js';
import { fieldRule } from './rule.js';
import { propertiesIn } from './walk-type.js';

/** A tag says something that can be meant: one value of the right kind, no empty range. */
export const tagValues = fieldRule('SIGIL2203', 'error', (field) =>
  [...propertiesIn(field)].flatMap(({ property }) => {
    const tags = (property.doc?.tags ?? []).filter((tag) => isConstraintTag(tag.name));
    return [...tags.flatMap(wrongValue), ...tags.flatMap(repeated), ...emptyRange(tags)];
  }),
);

function wrongValue(tag: DocTag): readonly Finding[] {
  const value = tagValue(tag);
  if (value?.kind !== 'wrong') return [];
  const found = tag.value === '' ? 'it has no value' : `found '${tag.value}'`;
  return [
    {
      place: tag.place,
      message: `Cannot compile tag @${tag.name}: ${found}, wanted ${value.wanted}.`,
      hint: `for example '@${tag.name} ${EXAMPLES[tag.name] ?? '1'}'`,
    },
  ];
}

const EXAMPLES: Readonly<Record<string, string>> = { pattern: '^[A-Z]{2}-\\d+$', asType: 'integer' };

function repeated(tag: DocTag, index: number, tags: readonly DocTag[]): readonly Finding[] {
  if (tags.findIndex((other) => other.name === tag.name) === index) return [];
  return [
    { place: tag.place, message: `Cannot compile tag @${tag.name}: it is given twice.`, hint: 'keep one' },
  ];
}

function emptyRange(tags: readonly DocTag[]): readonly Finding[] {
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = limitsIn(tags);
  const name = minimum > maximum ? 'maximum' : 'maxLength';
  const tag = tags.find((one) => one.name === name);
  if (tag === undefined || (minimum <= maximum && minLength <= maxLength)) return [];
  return [
    {
      place: tag.place,
      message: `Cannot compile tag @${name}: ${tag.value} is below the least allowed, so that no value fits.`,
      hint: 'exchange the two limits',
    },
  ];
}
