import type { StringType } from '@sigil/spec';
import { limitProblem } from '@sigil/schema';
import type { Node } from '../tree/node.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';
import { isNullWord, plainJson } from './plain-json.js';

/** A text; a number keeps the digits that the reply has; an object stays the JSON that it is. */
export function fitString(
  node: Node,
  type: StringType,
  place: Place | undefined,
  fitting: Fitting,
): string | typeof MISFIT {
  const text = textOf(node, type, place, fitting);
  if (text === MISFIT || type.constraints === undefined) return text;
  const problem = limitProblem(type.constraints, text);
  if (problem !== undefined) fitting.breaks(place, text, problem);
  return text;
}

function textOf(
  node: Node,
  type: StringType,
  place: Place | undefined,
  fitting: Fitting,
): string | typeof MISFIT {
  if (node.kind === 'text') {
    if (node.quoted) return node.text;
    if (isNullWord(node)) return fitting.mismatch(place, node, type);
    const isScalar = /^(?:[-+.\d][\d.,eE+-]*|true|false|True|False)$/u.test(node.text);
    fitting.note(
      place,
      isScalar ? 'text-from-json' : 'unquoted-text',
      node.text,
      node.text,
      isScalar ? 1 : 0.5,
    );
    return node.text;
  }
  const [only, second] = node.kind === 'list' ? node.items : [];
  if (only?.kind === 'text' && second === undefined) {
    const text = textOf(only, type, place, fitting);
    if (text !== MISFIT) fitting.note(place, 'taken-from-list', `[${JSON.stringify(text)}]`, text, 2);
    return text;
  }
  // What was lost in it would be missing from the text.
  if (node.fixes?.some(({ isLoss }) => isLoss === true) === true) return fitting.mismatch(place, node, type);
  const json = plainJson(node);
  if (json === undefined) return fitting.mismatch(place, node, type);
  const text = JSON.stringify(json);
  fitting.note(place, 'text-from-json', text, text, 4);
  return text;
}
