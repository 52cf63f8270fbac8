import { valueProblems } from '@sigil/schema';
import { fieldSpec } from '../spec/signature-spec.js';
import { fieldRule } from './rule.js';
import { typesIn } from './walk-type.js';

/** A default passes the checks that every other value of its field has to pass. */
export const defaultFits = fieldRule('SIGIL2017', 'error', (field, label) => {
  const { initializer } = field;
  const isRefused = [...typesIn(field)].some(({ type }) => type.kind === 'refused');
  if (initializer?.value === undefined || field.type === undefined || isRefused) return [];
  return valueProblems(fieldSpec(field), initializer.value, 'its default').map((problem) => ({
    place: initializer.place,
    message: `Cannot compile field '${label}': ${problem}.`,
    hint: 'change the default, or the type and its limits',
  }));
});
