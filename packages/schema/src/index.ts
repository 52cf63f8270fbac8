/** What follows from a value type alone: pure functions that the compiler and the runtime share. */
export { fromJson } from './json/from-json.js';
export { fieldsToJson, toJson } from './json/to-json.js';
export { isMultipleOf, limitProblem } from './json/limit-problem.js';
export { leftOut } from './json/left-out.js';
export { isNoValue, isPlainText } from './json/plain-text.js';
export { toPrompt } from './json/to-prompt.js';
export { fieldsToWire, toWire } from './json/to-wire.js';
export { valueFaults, valueProblems, type ValueFault } from './json/value-problems.js';
export { holdsNull } from './type/holds-null.js';
export { hasOpenReference, innerTypes } from './type/inner-types.js';
export { shownValues, valueNamed, valueShownAs } from './type/shown-value.js';
export { templatePattern, templateWords } from './type/template-pattern.js';
export { characterCount } from './type/character-count.js';
export { hasFormat, isInstant } from './type/text-format.js';
export { patternRegExp, unicodePattern } from './type/unicode-pattern.js';
export type { WireDialect } from './wire/wire-dialect.js';
export { wireSchema } from './wire/wire-schema.js';
export { wirePlace, type WirePlace } from './wire/wire-place.js';
