/** Tags that say something about a value. */
const CONSTRAINT_TAGS = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'asType'] as const;

export type ConstraintTag = (typeof CONSTRAINT_TAGS)[number];

export function isConstraintTag(name: string): name is ConstraintTag {
  return (CONSTRAINT_TAGS as readonly string[]).includes(name);
}

/** Tags of JSDoc and TSDoc that are for people and mean nothing to the compiler. */
const DOCUMENTATION_TAGS = new Set(
  (
    'abstract alias author category class deprecated description desc doc example file fileoverview group ' +
    'hidden ignore inheritDoc inheritdoc internal license link name note packageDocumentation param private ' +
    'privateRemarks property protected public readonly remarks returns return satisfies sealed see since ' +
    'summary template throws todo type typeParam typedef version virtual'
  ).split(' '),
);

function isDocumentationTag(name: string): boolean {
  return DOCUMENTATION_TAGS.has(name);
}

/** Tags that other schema tools know: refused, so that nobody believes in a limit that is not there. */
const FOREIGN_TAGS: ReadonlyMap<string, string> = new Map([
  ['exclusiveMinimum', 'write @minimum with the next allowed number'],
  ['exclusiveMaximum', 'write @maximum with the last allowed number'],
  ['multipleOf', 'for whole numbers write @asType integer'],
  ['minItems', 'say it in the comment'],
  ['maxItems', 'say it in the comment'],
  ['uniqueItems', 'say it in the comment'],
  ['format', 'write @pattern, or say it in the comment'],
  ['default', "give the field an initializer: name: string = 'x'"],
  ['defaultValue', "give the field an initializer: name: string = 'x'"],
  ['enum', "write the values as a type: 'a' | 'b'"],
  ['nullable', "write the type with '| null'"],
  ['title', 'say it in the comment'],
  ['json', 'write the type out as an interface'],
]);

/** What to do in the place of a tag that Sigil does not read, or undefined for a tag it never heard of. */
export function foreignTagHint(name: string): string | undefined {
  return FOREIGN_TAGS.get(name);
}

const OTHER_WORDS: ReadonlyMap<string, ConstraintTag> = new Map([
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['minlen', 'minLength'],
  ['maxlen', 'maxLength'],
  ['regex', 'pattern'],
  ['regexp', 'pattern'],
  ['int', 'asType'],
  ['integer', 'asType'],
]);

/** The tag that was meant, when a name is a slip of one: two edits away, other letter case, another tool's word. */
export function meantTag(name: string): ConstraintTag | undefined {
  if (isConstraintTag(name) || isDocumentationTag(name)) return undefined;
  const lower = name.toLowerCase().replaceAll('_', '').replaceAll('-', '');
  const other = OTHER_WORDS.get(lower);
  if (other !== undefined) return other;
  return CONSTRAINT_TAGS.find((tag) => distance(lower, tag.toLowerCase()) <= 2);
}

/** Levenshtein's distance: insertions, deletions and replacements of single letters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
