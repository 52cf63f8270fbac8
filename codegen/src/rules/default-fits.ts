import { valueProblems } from '@sigil/schema';
import { fieldSpec } from '../spec/signature-spec.js';
import { propertyParts } from '../spec/property-parts.js';
import { valueType } from '../spec/value-type.js';
import type { Finding } from './diagnostic.js';
import { fieldRule } from './rule.js';
import { propertiesIn, typesIn } from './walk-type.js';

/** A default passes the checks that every other value of its field or property has to pass. */
export const defaultFits = fieldRule('SIGIL2017', 'error', (field, label) => {
  const { initializer } = field;
  const isRefused = [...typesIn(field)].some(({ type }) => type.kind === 'refused');
  if (field.type === undefined || isRefused) return [];
  const hint = 'change the default, or the type and its limits';
  const findings: Finding[] = [];
  if (initializer?.value !== undefined) {
    for (const problem of valueProblems(fieldSpec(field), initializer.value, 'its default')) {
      findings.push({
        place: initializer.place,
        message: `Cannot compile field '${label}': ${problem}.`,
        hint,
      });
    }
  }
  for (const { property, path } of propertiesIn(field)) {
    const tag = property.doc?.tags.find(({ name }) => name === 'default');
    if (tag === undefined) continue;
    const { type, about } = propertyParts('', property.type, valueType(property.type), property.doc);
    if (about.default === undefined) continue;
    const isField = path.length === 1;
    for (const problem of valueProblems({ name: '', type }, about.default, 'its default')) {
      findings.push({
        place: tag.place,
        message: `Cannot compile field '${label}': ${problem}.`,
        hint,
        ...(isField ? {} : { path }),
      });
    }
    if (!isField || initializer === undefined) continue;
    findings.push({
      place: tag.place,
      message: `Cannot compile field '${label}': it has a default twice, by @default and by its initializer.`,
      hint: 'keep one of the two',
      related: [{ ...initializer.place, message: 'the initializer is here' }],
    });
  }
  return findings;
});
