import { refusedType } from './refused-type.js';

/** A field holds what a model can read and write: text, numbers, booleans, choices, lists and plain objects. */
export const supportedType = refusedType('SIGIL2101', 'unsupported');
