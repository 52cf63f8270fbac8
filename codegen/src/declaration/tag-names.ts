/** Tags that limit a value by a number. */
const NUMERIC_TAGS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const;

/** Tags that limit a value. */
const LIMIT_TAGS = [...NUMERIC_TAGS, 'pattern', 'format', 'uniqueItems', 'asType', 'json'] as const;

/** Tags that say something about a field or a property. */
const ABOUT_TAGS = [
  'alias',
  'stream',
  'default',
  'example',
  'examples',
  'title',
  'description',
  'deprecated',
] as const;

export type LimitTag = (typeof LIMIT_TAGS)[number];

export type AboutTag = (typeof ABOUT_TAGS)[number];

/** Every tag that the compiler reads. */
export type TagName = LimitTag | AboutTag;

const TAGS: readonly TagName[] = [...LIMIT_TAGS, ...ABOUT_TAGS];

export function isTagName(name: string): name is TagName {
  return TAGS.some((tag) => tag === name);
}

export function isLimitTag(name: string): name is LimitTag {
  return LIMIT_TAGS.some((tag) => tag === name);
}

/** True for a tag with a number behind it. */
export function isNumericTag(name: TagName): boolean {
  return NUMERIC_TAGS.some((tag) => tag === name);
}

/** True for a tag that speaks of a property and not of its values. */
export function isAboutName(name: string): boolean {
  return ABOUT_NAME.some((tag) => tag === name);
}

const ABOUT_NAME: readonly TagName[] = ['alias', 'stream', 'title', 'description', 'deprecated'];

/** Tags of JSDoc and TSDoc that are for people and mean nothing to the compiler. */
const DOCUMENTATION_TAGS = new Set(
  (
    'abstract author category class desc doc file fileoverview group hidden ignore inheritDoc inheritdoc internal ' +
    'license link name note packageDocumentation param private privateRemarks property protected public readonly ' +
    'remarks returns return satisfies sealed see since summary template throws todo type typeParam typedef version virtual'
  ).split(' '),
);

/** Tags that other schema tools know: refused, so that nobody believes in a limit that is not there. */
const FOREIGN_TAGS: ReadonlyMap<string, string> = new Map([
  ['defaultValue', "write '@default', or give the field an initializer: name: string = 'x'"],
  ['enum', "write the values as a type: 'a' | 'b'"],
  ['nullable', "write the type with '| null'"],
]);

/** What to do in the place of a tag that Sigil does not read, or undefined for a tag it never heard of. */
export function foreignTagHint(name: string): string | undefined {
  return FOREIGN_TAGS.get(name);
}

const OTHER_WORDS: ReadonlyMap<string, TagName> = new Map([
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['minlen', 'minLength'],
  ['maxlen', 'maxLength'],
  ['regex', 'pattern'],
  ['regexp', 'pattern'],
  ['int', 'asType'],
  ['integer', 'asType'],
  ['step', 'multipleOf'],
  ['unique', 'uniqueItems'],
]);

/**
 * The tag that was meant, when a name is a slip of one: one edit away (a swap of neighbors is one), other letter case,
 * another tool's word.
 */
export function meantTag(name: string): TagName | undefined {
  if (isTagName(name) || DOCUMENTATION_TAGS.has(name)) return undefined;
  const lower = name.toLowerCase().replaceAll('_', '').replaceAll('-', '');
  return OTHER_WORDS.get(lower) ?? TAGS.find((tag) => isOneEditAway(lower, tag.toLowerCase()));
}

/** True for a tag that the compiler reads or complains about; any other is for people. */
export function isAboutValues(name: string): boolean {
  return isTagName(name) || meantTag(name) !== undefined || foreignTagHint(name) !== undefined;
}

/** True for equal words, and for those that one insertion, deletion, replacement or swap of neighbors makes equal. */
function isOneEditAway(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && isSwap)
  );
}
