import type { Finding } from './diagnostic.js';
import { fieldRule } from './rule.js';
import { propertiesIn, typesIn } from './walk-type.js';

/** `undefined` is a way to leave out a property, and no value of a list. */
export const definedValue = fieldRule('SIGIL2018', 'error', (field, label) => {
  const allowed = new Set<unknown>();
  for (const { property } of propertiesIn(field)) allowed.add(property.type);
  const findings: Finding[] = [];
  for (const { type, path } of typesIn(field)) {
    if (type.kind !== 'undefinable' || allowed.has(type)) continue;
    findings.push({
      place: type.place,
      message: `Cannot compile field '${label}': 'undefined' is no value that a prompt can hold.`,
      hint:
        type.made === true
          ? LEAVE_LISTS
          : (HINTS[path.at(-1) ?? ''] ?? `write '${path.at(-1) ?? ''}?:' in its place`),
      ...(path.length > 1 ? { path: [...path, type.text] } : {}),
    });
  }
  return findings;
});

const LEAVE_LISTS =
  "a mapped type with '?' makes the items of a list undefined: leave lists as they are, 'T extends readonly unknown[] ? T : { [K in keyof T]?: .. }', or write the type out";

const HINTS: Readonly<Record<string, string>> = {
  'each item': "write 'null' in its place",
  'each further item': "write 'null' in its place",
  'each value': "leave it out, as keys can be left out, or write 'null' in its place",
};
