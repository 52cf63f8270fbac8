import type { FieldDeclaration } from '../declaration/class-declaration.js';

/** Whether a model answers with the field. */
export function isOutput(field: FieldDeclaration): boolean {
  return field.decorators.some(({ name }) => name === 'OutputField');
}
