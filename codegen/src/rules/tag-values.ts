import type { DocTag } from '../declaration/doc-comment.js';
import { isTagName } from '../declaration/tag-names.js';
import { valueProblems } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { taggedValues } from '../spec/tag-data.js';
import { tagValue, TEXT_FORMATS } from '../spec/tag-value.js';
import { withTags } from '../spec/tagged-type.js';
import { valueType } from '../spec/value-type.js';
import type { Finding } from './diagnostic.js';
import { emptyRange } from './empty-range.js';
import { classRule } from './rule.js';
import { pathTo, tagsIn, type TaggedPlace } from './tags-in.js';

/** A tag says something that can be meant: one value of the right kind, and limits that some value keeps. */
export const tagValues = classRule('SIGIL2203', 'error', (declaration) =>
  [...tagsIn(declaration)].flatMap((place) => {
    const tags = place.tags.filter((tag) => isTagName(tag.name));
    // What tags say about a class or a member is for people.
    if (place.on === 'class' || tags.length === 0) return [];
    if (place.on === 'member') return tags.flatMap(memberProblem);
    const findings = [
      ...tags.flatMap(wrongValue),
      ...tags.flatMap(repeated),
      ...(place.type === undefined || place.type.kind === 'refused' ? [] : inType(place, tags)),
    ];
    return findings.map((finding) => ({ ...finding, ...pathTo(place) }));
  }),
);

function inType({ on, type }: TaggedPlace, tags: readonly DocTag[]): readonly Finding[] {
  if (type === undefined) return [];
  const written = valueType(type);
  // The tags of an alias are in its type already.
  const limited = on === 'type' ? written : withTags(written, tags).type;
  return [
    ...tags.flatMap((tag) => wrongFormat(tag, written)),
    ...tags.flatMap((tag) => otherThanAlias(tag, on === 'type' ? undefined : written)),
    ...tags.flatMap((tag) => wrongData(tag, limited, type.text, on)),
    ...emptyRange(limited, tags),
  ];
}

function refuse(tag: DocTag, found: string, hint: string): Finding {
  return { place: tag.place, message: `Cannot compile tag @${tag.name}: ${found}.`, hint };
}

function wrongValue(tag: DocTag): readonly Finding[] {
  const value = tagValue(tag);
  if (value?.kind !== 'wrong') return [];
  const found = tag.value === '' ? 'it has no value' : `found '${tag.value}'`;
  return [
    refuse(
      tag,
      `${found}, wanted ${value.wanted}`,
      `for example '@${tag.name}${EXAMPLES[tag.name] ?? ' 1'}'`,
    ),
  ];
}

const EXAMPLES: Readonly<Record<string, string>> = {
  pattern: ' ^[A-Z]{2}-\\d+$',
  format: ' email',
  asType: ' integer',
  uniqueItems: '',
  alias: ' due_date',
  stream: ' done',
  title: ' Due date',
  description: ' When the bill has to be paid.',
};

/** A member of an enum is shown as any text of one line. */
function memberProblem(tag: DocTag): readonly Finding[] {
  const isWrong = tag.value === '' && (tag.name === 'alias' || tag.name === 'description');
  return isWrong ? [refuse(tag, 'it has no value, wanted text', `for example '@${tag.name} very high'`)] : [];
}

function repeated(tag: DocTag): readonly Finding[] {
  return tag.repeated === true && tag.name !== 'example'
    ? [refuse(tag, 'it is given twice', 'keep one')]
    : [];
}

/** A `Date` is a day, or a day with a time. */
function wrongFormat(tag: DocTag, type: ValueType): readonly Finding[] {
  const body = type.kind === 'nullable' ? type.inner : type;
  const value = tagValue(tag);
  if (body.kind !== 'date' || value?.kind !== 'limit') return [];
  const { format } = value.limits;
  if (format === undefined || format === 'date' || format === 'date-time') return [];
  return [
    refuse(
      tag,
      `found '${format}' on a Date, wanted one of: date, date-time`,
      `write 'string' for ${TEXT_FORMATS.filter((one) => !one.startsWith('date')).join(', ')}`,
    ),
  ];
}

/** Two patterns, formats or steps cannot be kept at once. */
function otherThanAlias(tag: DocTag, type: ValueType | undefined): readonly Finding[] {
  const body = type?.kind === 'nullable' ? type.inner : type;
  const value = tagValue(tag);
  if (body === undefined || !('constraints' in body) || value?.kind !== 'limit') return [];
  const names = ['pattern', 'format', 'multipleOf'] as const;
  const name = names.find(
    (one) =>
      value.limits[one] !== undefined &&
      body.constraints?.[one] !== undefined &&
      body.constraints[one] !== value.limits[one],
  );
  if (name === undefined) return [];
  return [
    refuse(tag, `its type has '@${name} ${body.constraints?.[name] ?? ''}' already`, 'keep one of the two'),
  ];
}

function wrongData(tag: DocTag, type: ValueType, text: string, on: TaggedPlace['on']): readonly Finding[] {
  if (tagValue(tag)?.kind !== 'data') return [];
  const found = taggedValues(tag, type);
  const sample = sampleOf(type);
  const hint = `write a value of '${text}': @${tag.name} ${tag.name === 'examples' ? `[${sample}]` : sample}`;
  // On a type, code is for people.
  if ('wanted' in found && on === 'type' && tag.name === 'example') return [];
  if ('wanted' in found) {
    const what = tag.value === '' ? 'it has no value' : `found '${tag.value}'`;
    return [refuse(tag, `${what}, wanted ${found.wanted}`, hint)];
  }
  // Whether a default fits is asked of the field as a whole.
  if (tag.name === 'default') return [];
  return found.values
    .flatMap((value) => valueProblems({ name: '', type }, value, 'the example'))
    .slice(0, 1)
    .map((problem) => refuse(tag, problem, 'change the example, or the type and its limits'));
}

/** A value as a tag has it. */
function sampleOf(type: ValueType): string {
  switch (type.kind) {
    case 'nullable':
      return sampleOf(type.inner);
    case 'number':
    case 'bigint':
      return '1';
    case 'boolean':
      return 'true';
    case 'date':
      return type.precision === 'day' ? '2026-01-31' : '2026-01-31T12:00:00Z';
    case 'enum':
      return JSON.stringify(type.values[0]);
    case 'array':
    case 'set':
      return `[${sampleOf(type.items)}]`;
    case 'tuple':
      return `[${type.items.map((item) => sampleOf(item.type)).join(', ')}]`;
    case 'map':
      return `{ ${type.key.kind === 'number' ? '1' : 'a'}: ${sampleOf(type.value)} }`;
    case 'object':
      return `{ ${type.properties.map((property) => `${property.name}: ...`).join(', ')} }`;
    default:
      return "'text'";
  }
}
