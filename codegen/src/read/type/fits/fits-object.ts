import type { MapTree, ObjectTree, PropertyTree, TypeTree } from '../../../declaration/type-tree.js';
import { isLone, type UnionMember } from '../type-context.js';
import { all, type Answer, type Compare } from './answer.js';
import { partsOf } from './parts-of.js';

/** Whether a type has the properties that an object type asks for. */
export function objectFits(type: UnionMember, other: ObjectTree, fits: Compare): Answer {
  if (isLone(type)) return false;
  if (type.kind === 'object' && isOneType(type, other)) return true;
  const answers = other.properties.map((wanted) => propertyFits(type, wanted, fits));
  const answer = all([...answers, ...(other.absent ?? []).map((name) => isAbsent(type, name))]);
  // Two types that are both written `Record<..>` are compared by what stands between `<` and `>`.
  const areRecords = type.kind === 'map' && type.form === 'record' && other.identity.startsWith('record ');
  if (answer === false) return areRecords ? undefined : false;
  if (isUnlike(type, other)) return absentIn(type) || absentIn(other) ? undefined : false;
  // More than the properties that were read is compared.
  return other.nominal === true ? undefined : answer;
}

function isOneType(type: ObjectTree, other: ObjectTree): boolean {
  return type.identity === other.identity && type.name !== undefined && type.name === other.name;
}

function propertyFits(type: TypeTree, wanted: PropertyTree, fits: Compare): Answer {
  const found = propertyOf(type, wanted.name);
  if (found === undefined) return undefined;
  if (found === 'none') return wanted.optional;
  if (found.optional && !wanted.optional) return false;
  if (!wanted.optional || wanted.type.kind === 'undefinable') return fits(found.type, target(wanted));
  const present = partsOf(found.type).filter(({ kind }) => kind !== 'undefined');
  const answer = all(present.map((part) => fits(part, wanted.type)));
  const isWritten = present.length < partsOf(found.type).length;
  // The option exactOptionalPropertyTypes decides whether `undefined` may stand where nothing may.
  return isWritten && answer === true ? undefined : answer;
}

function target({ type }: PropertyTree): UnionMember {
  return type;
}

type Found = Pick<PropertyTree, 'optional' | 'type'>;

/** A property of a type; undefined where nobody knows whether and how it has one. */
function propertyOf(type: TypeTree, name: string): Found | 'none' | undefined {
  if (type.kind === 'object') {
    const found = type.properties.find((property) => property.name === name);
    if (found !== undefined) return found;
    const isHidden = type.nominal === true || type.phantom !== undefined;
    return isHidden || name in Object.prototype ? undefined : 'none';
  }
  const prototype = prototypeOf(type);
  if (prototype === undefined) return undefined;
  if (name === 'length' && type.kind === 'tuple') return undefined;
  if (name === LENGTHS.get(prototype)) return { optional: false, type: numberAt(type) };
  if (type.kind === 'tuple' && /^\d+$/u.test(name)) {
    return type.items[Number(name)] ?? (type.rest === undefined ? 'none' : undefined);
  }
  return name in prototype ? undefined : 'none';
}

function numberAt({ place }: TypeTree): TypeTree {
  return { kind: 'number', place, text: 'number' };
}

/** Its own type is a list of any. */
const LIST: object = Array.prototype;

/** The properties that count the parts of a value. */
const LENGTHS: ReadonlyMap<object, string> = new Map<object, string>([
  [String.prototype, 'length'],
  [LIST, 'length'],
  [Set.prototype, 'size'],
  [Map.prototype, 'size'],
]);

/** Where the methods of a type come from. A brand has properties of its own, of which nothing was read. */
function prototypeOf(type: TypeTree): object | undefined {
  const kind = type.kind === 'enum' ? typeof type.values[0] : type.kind;
  switch (kind) {
    case 'string':
    case 'template':
      return type.kind === 'string' && type.brand !== undefined ? undefined : String.prototype;
    case 'number':
      return type.kind === 'number' && type.brand !== undefined ? undefined : Number.prototype;
    case 'boolean':
      return Boolean.prototype;
    case 'bigint':
      return BigInt.prototype;
    case 'date':
      return Date.prototype;
    case 'array':
    case 'tuple':
      return LIST;
    case 'set':
      return Set.prototype;
    case 'map':
      return type.kind === 'map' && type.form === 'record' ? Object.prototype : Map.prototype;
    case 'json':
      return Object.prototype;
    default:
      return undefined;
  }
}

function absentIn(type: TypeTree): boolean {
  return (type.kind === 'object' || type.kind === 'json') && type.absent !== undefined;
}

/** Whether a type has no value at a property that is said to be never there. */
function isAbsent(type: TypeTree, name: string): Answer {
  const found = propertyOf(type, name);
  if (found === undefined || found === 'none') return found === 'none' ? true : undefined;
  return partsOf(found.type).every(({ kind }) => kind === 'undefined') ? undefined : false;
}

/** An object of which all properties may be absent takes nothing that has others only (a "weak type"). */
function isUnlike(type: TypeTree, other: ObjectTree): boolean {
  if (other.properties.length === 0 || !other.properties.every(({ optional }) => optional)) return false;
  const isBare =
    (type.kind === 'json' && type.absent === undefined) || (type.kind === 'map' && type.form === 'record');
  if (isBare || (type.kind === 'object' && type.properties.length === 0)) return false;
  return other.properties.every(({ name }) => propertyOf(type, name) === 'none');
}

/** Whether a type fits `Record<string, T>` or `{ [key: number]: T }`. */
export function recordFits(type: UnionMember, other: MapTree, fits: Compare): Answer {
  if (isLone(type)) return false;
  if (other.phantom !== undefined) return undefined;
  const isText = other.key.kind === 'string' && other.key.brand === undefined;
  const isAny = other.value.kind === 'refused' && other.value.reason === 'any';
  if ((type.kind === 'string' || type.kind === 'number') && type.brand !== undefined) return undefined;
  const isPrimitive = ['string', 'number', 'boolean', 'bigint', 'enum', 'template'].includes(type.kind);
  if (isText && isAny && !isPrimitive) return true;
  if (!isText && (other.key.kind !== 'number' || other.key.brand !== undefined)) return undefined;
  switch (type.kind) {
    case 'map':
      if (type.form === 'map') return false;
      return keyFits(type, isText) && fits(type.value, other.value);
    case 'array':
    case 'tuple':
      return isText ? false : undefined;
    case 'object': {
      if (type.open !== true) return type.open;
      if (type.nominal === true || type.phantom !== undefined || type.absent !== undefined) return undefined;
      if (!isText && type.properties.some(({ name }) => !Number.isNaN(Number(name)))) return undefined;
      return all((isText ? type.properties : []).map((property) => valueFits(property, other, fits)));
    }
    case 'json':
      return type.form === '{}' && type.absent === undefined ? true : undefined;
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
    case 'set':
      return false;
    case 'string':
    case 'template':
      return isText ? false : undefined;
    case 'enum':
      return isText || typeof type.values[0] !== 'string' ? false : undefined;
    default:
      return undefined;
  }
}

function keyFits({ key }: MapTree, isText: boolean): Answer {
  const isPlain = (key.kind === 'string' || key.kind === 'number') && key.brand === undefined;
  return isPlain && (isText || key.kind === 'number' || key.kind === 'string') ? true : undefined;
}

function valueFits({ type }: PropertyTree, { value }: MapTree, fits: Compare): Answer {
  const parts = partsOf(type);
  const present = parts.filter(({ kind }) => kind !== 'undefined');
  const answer = all(present.map((part) => fits(part, value)));
  if (present.length === parts.length || answer !== true) return answer;
  return all(parts.map((part) => fits(part, value))) === true ? true : undefined;
}
