import { limitProblem, valueShownAs } from '@sigil/schema';
import type { BigIntType, BooleanType, DateType, EnumType, NumberType, TemplateType } from '@sigil/spec';
import type { Node } from '../tree/node.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';
import { MAX_WRAPPERS, outerValue } from './outer-value.js';
import { isNullWord, plainJson } from './plain-json.js';
import { isRounded } from './read-number.js';
import { readScalar } from './read-scalar.js';
import { readSpecialText } from './read-special-text.js';

export type ScalarType = NumberType | BooleanType | EnumType | BigIntType | DateType | TemplateType;

/** A number, a boolean, a value of a closed set, digits, a date, or text of a template. */
export function fitScalar(
  node: Node,
  type: ScalarType,
  place: Place | undefined,
  fitting: Fitting,
  wrappers = 0,
): unknown {
  if (node.kind !== 'text') {
    const inner = wrappers < MAX_WRAPPERS ? outerValue(node) : undefined;
    if (inner === undefined) return fitting.mismatch(place, node, type);
    const value = fitScalar(inner, type, place, fitting, wrappers + 1);
    if (value !== MISFIT) fitting.note(place, `taken-from-${node.kind}`, '', String(value), 2);
    return value;
  }
  if (type.kind === 'enum') {
    const value = valueShownAs(type, node.quoted ? node.text : plainJson(node));
    if (value !== undefined) return value;
  }
  if (type.kind === 'boolean' && !node.quoted && /^(?:true|false)$/iu.test(node.text)) {
    const isTrue = node.text.toLowerCase() === 'true';
    if (node.text !== String(isTrue)) fitting.note(place, 'python-literal', node.text, String(isTrue), 0.2);
    return isTrue;
  }
  const reading = readText(node.text, type);
  if (reading === undefined || (isNullWord(node) && !reading.exact))
    return fitting.mismatch(place, node, type);
  const { value, change } = reading;
  const isText = typeof value === 'string';
  if (change !== undefined)
    fitting.note(place, change, node.text, String(value), change === 'number-rounded' ? 1 : 2);
  else if (node.quoted !== isText && !isTextual(type)) {
    const kind = node.quoted ? `${type.kind}-from-text` : 'unquoted-text';
    fitting.note(place, kind, node.text, String(value), node.quoted ? 1 : 0.5);
  }
  const limits = type.kind === 'number' ? type.constraints : undefined;
  const problem = limits === undefined ? undefined : limitProblem(limits, value);
  if (problem !== undefined) fitting.breaks(place, value, problem);
  return value;
}

/** Dates, digits and templates are texts in JSON, and may be bare. */
function isTextual({ kind }: ScalarType): boolean {
  return kind === 'bigint' || kind === 'date' || kind === 'template';
}

/** What a text says. */
export interface ScalarReading {
  readonly value: string | number | boolean;
  readonly exact: boolean;
  /** The kind of the change; absent where the text is the value. */
  readonly change?: string;
}

/** Reads the text of a scalar; undefined where it says none. */
export function readText(text: string, type: ScalarType): ScalarReading | undefined {
  if (type.kind === 'bigint' || type.kind === 'date' || type.kind === 'template') {
    const reading = readSpecialText(text, type);
    return reading === undefined ? undefined : { ...reading, exact: reading.change === undefined };
  }
  const reading = readScalar(text, type);
  if (reading === undefined) return undefined;
  if (type.kind === 'number' && type.integer === true && !Number.isInteger(reading.value)) return undefined;
  if (reading.exact) return reading;
  const isDigits = type.kind === 'number' && isRounded(text.trim());
  return { ...reading, change: isDigits ? 'number-rounded' : `${type.kind}-from-text` };
}
