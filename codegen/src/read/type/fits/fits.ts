import type { JsonTree } from '../../../declaration/type-tree.js';
import { unfold } from '../../../declaration/inner-types.js';
import { typeKey } from '../../../declaration/type-key.js';
import { isLone, isPrimitive, type UnionMember } from '../type-context.js';
import { all, some, type Answer, type Compare } from './answer.js';
import { enumFits, numberFitsEnum } from './fits-enum.js';
import { listFits } from './fits-list.js';
import { asksForMarks, marksFit, withoutMarks } from './fits-marks.js';
import { objectFits, recordFits } from './fits-object.js';
import { literalFits, templateFits } from './fits-text.js';
import { partsOf } from './parts-of.js';

/**
 * Whether TypeScript takes every value of one type for a value of another: `A extends B`. Undefined where what was read
 * of the types does not tell for sure.
 */
export function fits(type: UnionMember, other: UnionMember): Answer {
  return compare(type, other, new Set());
}

/** @param around pairs of recursive types that are being compared: met again, they fit as far as they are concerned */
function compare(type: UnionMember, other: UnionMember, around: ReadonlySet<string>): Answer {
  const fitsInside: Compare = (one, another) => compare(one, another, around);
  if (type.kind === 'never' || (type.kind === 'refused' && type.lone === 'never')) return true;
  const targets = partsOf(other);
  if (targets.some((one) => isAny(one) || (one.kind === 'json' && one.form === 'unknown'))) return true;
  if (targets.length === 0) return false;
  if (isAny(type)) return true;
  const parts = partsOf(type);
  if (parts.length !== 1 || parts[0] !== type) return all(parts.map((part) => fitsInside(part, other)));
  const [target] = targets;
  if (targets.length === 1 && target !== undefined && !isRecursiveOf(target, type)) {
    return onePartFits(type, target, fitsInside);
  }
  if (targets.length === 1 && target !== undefined) return unfolded(type, target, around);
  if (type.kind === 'json' && type.form === 'unknown') return isEverything(targets);
  const answer = some(targets.map((one) => fitsInside(type, one)));
  return answer === false && isToldByParts(type, targets) ? undefined : answer;
}

function isAny(type: UnionMember): boolean {
  return type.kind === 'refused' && type.reason === 'any';
}

function isRecursiveOf(...types: readonly UnionMember[]): boolean {
  return types.some(({ kind }) => kind === 'recursive');
}

function unfolded(type: UnionMember, other: UnionMember, around: ReadonlySet<string>): Answer {
  const pair = [type, other].map((one) => (isLone(one) ? one.kind : typeKey(one))).join(' extends ');
  if (around.has(pair)) return true;
  const [a, b] = [type, other].map((one) => (isLone(one) ? one : unfold(one)));
  return a === undefined || b === undefined ? undefined : compare(a, b, new Set([...around, pair]));
}

/** `{} | null | undefined` takes what `unknown` does. */
function isEverything(targets: readonly UnionMember[]): boolean {
  const isThere = (kind: UnionMember['kind']): boolean => targets.some((one) => one.kind === kind);
  const hasObjects = targets.some((one) => one.kind === 'json' && one.form === '{}');
  return hasObjects && isThere('null') && isThere('undefined');
}

/** TypeScript compares `{ kind: 'a' | 'b' }` with `{ kind: 'a' } | { kind: 'b' }` for each of the kinds. */
function isToldByParts(type: UnionMember, targets: readonly UnionMember[]): boolean {
  const isObject = ({ kind }: UnionMember): boolean =>
    kind === 'object' || kind === 'tuple' || kind === 'recursive';
  if (targets.filter(isObject).length < 2) return false;
  if (type.kind === 'tuple') {
    return type.items.some((item) => item.optional || partsOf(item.type).length > 1);
  }
  return (
    type.kind === 'object' && type.properties.some((one) => one.optional || partsOf(one.type).length > 1)
  );
}

/** Neither is a union. */
function onePartFits(type: UnionMember, other: UnionMember, fitsInside: Compare): Answer {
  if (type.kind === 'refused' || type.kind === 'reference') return undefined;
  if (other.kind === 'refused' || other.kind === 'reference') return undefined;
  if (isMarked(type) || isMarked(other)) {
    const answer = onePartFits(withoutMarks(type), withoutMarks(other), fitsInside);
    // An object takes the property of the brand, which was not read.
    if (answer === false && asksForMarks(other, type)) return undefined;
    // A brand is an object as well: string & { .. } extends object.
    return all([answer, marksFit(type, other)]);
  }
  if (type.kind === 'json' && type.form === 'unknown') return false;
  if (type.kind === 'json' && type.form === 'alias') return undefined;
  switch (other.kind) {
    case 'json':
      return other.absent === undefined ? fitsJson(type, other.form) : undefined;
    case 'enum':
      if (type.kind === 'enum') return enumFits(type, other);
      if (type.kind === 'number') return numberFitsEnum(other);
      return type.kind === 'template' &&
        type.parts.every((part) => typeof part === 'string' || part.kind === 'choice')
        ? undefined
        : false;
    case 'string':
      return type.kind === 'string' || isText(type);
    case 'number':
      return type.kind === 'number' || isOf(type, 'number');
    case 'template':
      if (type.kind === 'template') return templateFits(type.parts, other.parts);
      return type.kind === 'enum' && typeof type.values[0] === 'string'
        ? literalFits(type.values[0], other.parts)
        : false;
    case 'array':
    case 'tuple':
      return (type.kind === 'array' || type.kind === 'tuple') && listFits(type, other, fitsInside);
    case 'set':
      if (type.kind === 'map' && type.form === 'map' && other.readonly) return undefined;
      if (type.kind !== 'set' || (type.readonly && !other.readonly)) return false;
      return fitsInside(type.items, other.items);
    case 'map':
      if (other.form === 'record') return recordFits(type, other, fitsInside);
      if (type.kind !== 'map' || type.form !== 'map' || (type.readonly && !other.readonly)) return false;
      return all([fitsInside(type.key, other.key), fitsInside(type.value, other.value)]);
    case 'object':
      return objectFits(type, other, fitsInside);
    default:
      return type.kind === other.kind;
  }
}

function isMarked(type: UnionMember): boolean {
  return !isLone(type) && type.marks !== undefined;
}

function isText(type: UnionMember): boolean {
  return type.kind === 'template' || isOf(type, 'string');
}

function isOf(type: UnionMember, kind: 'string' | 'number'): boolean {
  return type.kind === 'enum' && typeof type.values[0] === kind;
}

/** Whether a type fits `{}` or `object`. */
function fitsJson(type: UnionMember, form: JsonTree['form']): Answer {
  if (type.kind === 'null' || type.kind === 'undefined') return false;
  if (form === '{}') return true;
  if (form !== 'object') return undefined;
  return !isPrimitive(type);
}
