import type { Constraints } from '@sigil/spec';
import { characterCount } from '../type/character-count.js';
import { hasFormat } from '../type/text-format.js';
import { patternRegExp } from '../type/unicode-pattern.js';

/** What a limit wants of a value that breaks it; undefined when the value keeps all of them. */
export function limitProblem(limits: Constraints, value: unknown): string | undefined {
  if (typeof value === 'string') return textProblem(limits, value);
  if (typeof value === 'number') return numberProblem(limits, value);
  const size = Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length
      : 0;
  const { minItems, maxItems, uniqueItems } = limits;
  if (minItems !== undefined && size < minItems) return `at least ${minItems} items`;
  if (maxItems !== undefined && size > maxItems) return `at most ${maxItems} items`;
  if (uniqueItems !== true || !Array.isArray(value)) return undefined;
  return new Set(value.map((item) => JSON.stringify(item))).size < size ? 'no item twice' : undefined;
}

function textProblem(
  { minLength, maxLength, pattern, format }: Constraints,
  value: string,
): string | undefined {
  const length = characterCount(value);
  if (minLength !== undefined && length < minLength) return `at least ${minLength} characters`;
  if (maxLength !== undefined && length > maxLength) return `at most ${maxLength} characters`;
  if (pattern !== undefined && !patternRegExp(pattern).test(value)) return `a match of ${pattern}`;
  return format !== undefined && !hasFormat(format, value) ? `text in the format ${format}` : undefined;
}

function numberProblem(limits: Constraints, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits;
  if (minimum !== undefined && value < minimum) return `at least ${minimum}`;
  if (maximum !== undefined && value > maximum) return `at most ${maximum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `more than ${exclusiveMinimum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `less than ${exclusiveMaximum}`;
  return multipleOf !== undefined && !isMultipleOf(value, multipleOf)
    ? `a multiple of ${multipleOf}`
    : undefined;
}

/**
 * Whether a number is a multiple of another as they are written in decimals: 19.99 is one of 0.01. No number beyond
 * 2^53 is, since its last digits are not known.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const [whole, places] = digits(value);
  const [stepWhole, stepPlaces] = digits(step);
  const scale = Math.max(places, stepPlaces);
  const scaled = whole * 10n ** BigInt(scale - places);
  const scaledStep = stepWhole * 10n ** BigInt(scale - stepPlaces);
  return scaledStep !== 0n && scaled % scaledStep === 0n;
}

/** The digits of a number as a whole number, and how many of them stand behind the point. */
function digits(value: number): readonly [whole: bigint, places: number] {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [before = '0', after = ''] = mantissa.split('.');
  const places = after.length - Number(exponent);
  const whole = BigInt(before + after);
  return places >= 0 ? [whole, places] : [whole * 10n ** BigInt(-places), 0];
}
