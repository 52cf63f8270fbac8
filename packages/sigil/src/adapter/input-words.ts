import type { FieldSpec } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';

/** The part of a prompt that says what the inputs mean; empty where the declaration says nothing. */
export function inputWords(inputs: readonly FieldSpec[]): string {
  const described = inputs.filter((field) => field.description !== undefined);
  if (described.length === 0) return '';
  return [
    'You are given:',
    ...described.map((field) => `${shownName(field)}: ${field.description ?? ''}`),
  ].join('\n');
}
