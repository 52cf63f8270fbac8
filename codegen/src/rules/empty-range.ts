import type { Constraints, ValueType } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import type { Finding } from './diagnostic.js';

/** Limits that no value keeps, said of the last of the tags that set them. */
export function emptyRange(type: ValueType, tags: readonly DocTag[]): readonly Finding[] {
  const body = type.kind === 'nullable' ? type.inner : type;
  if (!('constraints' in body) || body.constraints === undefined) return [];
  const most = mostItems(body);
  const { minLength = 0, maxLength = Infinity, minItems = 0, maxItems = Infinity } = body.constraints;
  const isWhole = body.kind === 'number' && body.integer === true;
  return [
    ...(isEmpty(body.constraints, isWhole) ? refuse(tags, NUMBERS, isWhole ? 'whole number' : 'number') : []),
    ...(minLength > maxLength ? refuse(tags, ['minLength', 'maxLength'], 'length') : []),
    ...(minItems > maxItems ? refuse(tags, ['minItems', 'maxItems'], 'number of items') : []),
    ...(minItems <= maxItems && minItems > most ? refuseMany(body, tags, most) : []),
  ];
}

/** How many items a collection without repetition can have. */
function mostItems(type: ValueType): number {
  if (type.kind === 'map') return countOf(type.key);
  const isUnique = type.kind === 'set' || (type.kind === 'array' && type.constraints?.uniqueItems === true);
  return isUnique ? countOf(type.items) : Infinity;
}

/** How many values a type has. */
function countOf(type: ValueType): number {
  switch (type.kind) {
    case 'boolean':
      return 2;
    case 'enum':
      return type.values.length;
    case 'nullable':
      return countOf(type.inner) + 1;
    case 'union':
      return type.variants.reduce((sum, variant) => sum + countOf(variant), 0);
    default:
      return Infinity;
  }
}

function refuseMany(type: ValueType, tags: readonly DocTag[], most: number): readonly Finding[] {
  const tag =
    tags.findLast(({ name }) => name === 'minItems') ?? tags.findLast(({ name }) => name === 'uniqueItems');
  if (tag === undefined) return [];
  const noun = type.kind === 'map' ? 'keys' : 'items';
  return [
    {
      place: tag.place,
      message: `Cannot compile tag @${tag.name}: there are only ${most} different ${noun}, so that no value fits.`,
      hint: `write '@minItems ${most}' or less, or give the ${noun} more values`,
    },
  ];
}

const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'asType'];

function refuse(tags: readonly DocTag[], names: readonly string[], noun: string): readonly Finding[] {
  const tag = tags.findLast(({ name }) => names.includes(name));
  if (tag === undefined) return [];
  return [
    {
      place: tag.place,
      message: `Cannot compile tag @${tag.name}: with the other limits no ${noun} is left, so that no value fits.`,
      hint: 'exchange the limits, or take one away',
    },
  ];
}

function isEmpty(limits: Constraints, isWhole: boolean): boolean {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = limits;
  const { maximum = Infinity, exclusiveMaximum = Infinity, multipleOf } = limits;
  const least = Math.max(minimum, exclusiveMinimum);
  const most = Math.min(maximum, exclusiveMaximum);
  const isOpenBelow = exclusiveMinimum >= minimum;
  const isOpenAbove = exclusiveMaximum <= maximum;
  if (least > most || (least === most && (isOpenBelow || isOpenAbove))) return true;
  // Steps that are no whole numbers have no exact multiples here.
  const step =
    multipleOf !== undefined && Number.isInteger(multipleOf) ? multipleOf : isWhole ? 1 : undefined;
  if (step === undefined || !Number.isFinite(least) || !Number.isFinite(most)) return false;
  const up = Math.ceil(least / step) * step;
  const first = isOpenBelow && up === least ? up + step : up;
  return isOpenAbove ? first >= most : first > most;
}
