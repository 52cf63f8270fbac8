import { isLone, type UnionMember } from '../type-context.js';
import { all, type Answer } from './answer.js';

/** Whether a type has the properties of the brand of another. */
export function marksFit(type: UnionMember, other: UnionMember): Answer {
  const wanted = isLone(other) ? undefined : other.marks;
  const found = isLone(type) ? undefined : type.marks;
  if (wanted === undefined) return true;
  if (wanted === 'unclear' || found === 'unclear') return undefined;
  return all(
    wanted.map(({ name, value }): Answer => {
      const same = (found ?? []).find((mark) => mark.name === name);
      if (same === undefined) return maySay(type, name) ? undefined : false;
      return value === undefined || same.value === undefined ? undefined : value === same.value;
    }),
  );
}

/** Whether a type may ask for the property of a brand, or have it, as one of its own. */
export function asksForMarks(other: UnionMember, type: UnionMember): boolean {
  const marks = isLone(type) ? undefined : type.marks;
  if (marks === undefined) return false;
  if (other.kind !== 'object') return other.kind === 'json' || other.kind === 'map';
  return marks === 'unclear' || marks.some(({ name }) => maySay(other, name));
}

function maySay(type: UnionMember, name: string): boolean {
  if (type.kind === 'json' || type.kind === 'map') return true;
  return (
    type.kind === 'object' && type.properties.some((one) => one.name === name || one.name.startsWith('['))
  );
}

/** A type without its brand. */
export function withoutMarks(type: UnionMember): UnionMember {
  if (isLone(type) || type.marks === undefined) return type;
  const { marks: _, phantom: __, ...bare } = type;
  if (bare.kind !== 'string' && bare.kind !== 'number') return bare;
  const { brand: ___, ...base } = bare;
  return base;
}
