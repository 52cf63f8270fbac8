import type { Finding } from './diagnostic.js';
import { fieldRule } from './rule.js';
import { propertiesIn, typesIn } from './walk-type.js';

/** What these names say about an object is JavaScript's own: setting them would change the object or its class. */
const RESERVED: ReadonlySet<unknown> = new Set(['__proto__', 'constructor']);

/** A field has a name that can be printed as a word in a prompt, and nothing in it one that JavaScript keeps. */
export const fieldName = fieldRule('SIGIL2013', 'error', (field, label) => {
  const findings: Finding[] = [];
  const refuse = (found: string) => `Cannot compile field '${label}': ${found}.`;
  if (field.name === undefined) {
    findings.push({
      place: field.place,
      message: refuse('its name is computed'),
      hint: 'write the name out',
    });
  } else if (!/^#?[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(field.name)) {
    findings.push({
      place: field.place,
      message: refuse('its name is no identifier'),
      hint: 'use letters, digits and _, and start with a letter',
    });
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
