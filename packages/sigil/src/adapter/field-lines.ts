import type { Demo, FieldSpec } from '@sigil/spec';
import type { MarkerSyntax } from '../template/field-marker.js';
import { renderValue } from '../template/render-value.js';
import { shownName } from '../template/shown-name.js';

/** An input as a line of the form `name: value`. */
export function lineAround(input: FieldSpec): { readonly before: string } {
  return { before: `\n${shownName(input)}: ` };
}

/** The outputs of a demo, a line of that form for each. */
export function answerLines(outputs: readonly FieldSpec[], demo: Demo, syntax: MarkerSyntax): string {
  return outputs
    .map((field) => `${shownName(field)}: ${renderValue(field, demo[field.name], syntax)}`)
    .join('\n');
}
