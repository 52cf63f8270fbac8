import { refusedType } from './refused-type.js';

/** A named type has a declaration that can be found. */
export const resolvedType = refusedType('SIGIL2103', 'unresolved');
