import type { DocTag } from '../declaration/doc-comment.js';
import { tagValue } from '../spec/tag-value.js';
import type { Finding } from './diagnostic.js';
import { fieldRule } from './rule.js';
import { propertiesIn, typesIn } from './walk-type.js';

/** What these names say about an object is JavaScript's own: setting them would change the object or its class. */
const RESERVED: ReadonlySet<unknown> = new Set(['__proto__', 'constructor']);

/** What a line `name: value` of a prompt cannot begin with, and why. */
const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/[:：]/u, 'has a colon, which ends a name in a prompt'],
  [
    /[\p{Cc}\u2028\u2029]/u,
    'has the end of a line or another control character, and a prompt has one line for it',
  ],
  [/\\/u, 'has a backslash, which takes a name its meaning in a prompt'],
  [/^\s|\s$/u, 'begins or ends with a blank, which nobody sees in a prompt'],
  [/^[^\p{L}\p{N}]*$/u, 'has no letter and no digit, and looks like punctuation in a prompt'],
];

function aliasIn(tag: DocTag): string | undefined {
  const value = tagValue(tag);
  return value?.kind === 'about' ? value.about.alias : undefined;
}

/** A field has a name that can begin a line of a prompt, and nothing in it one that JavaScript keeps. */
export const fieldName = fieldRule('SIGIL2013', 'error', (field, label) => {
  const findings: Finding[] = [];
  const refuse = (found: string) => `Cannot compile field '${label}': ${found}.`;
  if (field.name === undefined) {
    findings.push({
      place: field.place,
      message: refuse('its name is computed'),
      hint: 'write the name out',
    });
  } else {
    const shown = field.doc?.tags.map(aliasIn).find((alias) => alias !== undefined) ?? field.name;
    const reason = REASONS.find(([pattern]) => pattern.test(shown))?.[1];
    if (reason !== undefined && !RESERVED.has(field.name)) {
      findings.push({
        place: field.place,
        message: refuse(`its name ${reason}`),
        hint: 'write what the model should see in its place in the comment: @alias name',
      });
    }
  }
  const reserved = (name: string, place: Finding['place'], path: readonly string[]): void => {
    findings.push({
      place,
      message: refuse(`the name '${name}' means something else in JavaScript`),
      hint: 'choose another name',
      ...(path.length > 1 ? { path } : {}),
    });
  };
  for (const { property, path } of propertiesIn(field)) {
    const name = path.at(-1) ?? '';
    if (RESERVED.has(name)) reserved(name, property.place, path);
  }
  for (const { type, path } of typesIn(field)) {
    const names =
      type.kind === 'tuple'
        ? type.items.map((item) => item.name)
        : type.kind === 'map' && type.key.kind === 'enum'
          ? type.key.values
          : [];
    for (const name of names) if (RESERVED.has(name)) reserved(String(name), type.place, path);
  }
  return findings;
});
