import type { FieldSpec } from './field-spec.js';

/**
 * A signature as the compiler read it: what to do, from which inputs, giving which outputs.
 * Everything else (zod schemas, wire schema, prompt, hashes) comes from it.
 */
export interface SignatureSpec {
  /** Source path relative to the project root, `#`, class name: `src/ticket.ts#Ticket`. */
  readonly id: string;
  /** The class's JSDoc. */
  readonly instructions: string;
  /** In the order of the declaration. */
  readonly fields: readonly FieldSpec[];
}
