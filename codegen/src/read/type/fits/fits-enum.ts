import type { EnumTree } from '../../../declaration/type-tree.js';
import type { Answer } from './answer.js';

/** Whether a literal fits another. A member of an enum fits its value, and a text does not fit a member. */
export function enumFits(type: EnumTree, other: EnumTree): Answer {
  const [value] = type.values;
  if (value !== other.values[0]) return false;
  const own = declaredIn(type);
  const wanted = declaredIn(other);
  if (own === 'both' || wanted === 'both') return undefined;
  if (wanted === undefined) return true;
  if (own === wanted) return true;
  // Of two enums with one name TypeScript compares the members.
  if (own !== undefined) return undefined;
  return typeof value === 'number';
}

/** Any number fits the members of an enum that are numbers. */
export function numberFitsEnum(other: EnumTree): Answer {
  const wanted = declaredIn(other);
  if (typeof other.values[0] !== 'number' || wanted === undefined) return false;
  return wanted === 'both' ? undefined : true;
}

/** The enum that a literal was declared in; `both` where it stands in a union with the same literal of no enum. */
function declaredIn({ values, declared = [] }: EnumTree): string | undefined {
  const found = declared.filter((one) => one.value === values[0]);
  const [one, more] = found;
  return more === undefined ? one?.in : 'both';
}
