import { refusedType } from './refused-type.js';

/** A type does not hold itself. */
export const finiteType = refusedType('SIGIL2104', 'recursive');
