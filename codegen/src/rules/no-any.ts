import { refusedType } from './refused-type.js';

/** A type says something: `any` would become a schema that accepts everything. */
export const noAny = refusedType('SIGIL2102', 'any');
