import { fieldRule } from './rule.js';
import { propertiesIn } from './walk-type.js';

/** Every object has these already: a field of that name would hide or change them. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** A field has a name that can be printed as a word in a prompt, and no name that JavaScript gives to every object. */
export const fieldName = fieldRule('SIGIL2013', 'error', (field, label) => {
  const findings = [];
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
  for (const { property, path } of propertiesIn(field)) {
    const name = path.at(-1) ?? '';
    if (!RESERVED.has(name)) continue;
    findings.push({
      place: property.place,
      message: refuse(`the name '${name}' belongs to every JavaScript object`),
      hint: 'choose another name',
      ...(path.length > 1 ? { path } : {}),
    });
  }
  return findings;
});
