import { limitProblem } from '@sigil/schema';
import type { Constraints } from '@sigil/spec';
import { MAX_DEPTH } from '../fit/plain-json.js';
import { INEXACT, type ExactReader } from './exact-reader.js';

/** A list, in the place where it stands. */
export function exactList(read: ExactReader, limits: Constraints | undefined): ExactReader {
  return (value, depth, members) => {
    if (!Array.isArray(value)) return INEXACT;
    if (limits !== undefined && limitProblem(limits, value) !== undefined) return INEXACT;
    const items: unknown[] = value;
    if (depth >= MAX_DEPTH && items.length > 0) return INEXACT;
    for (let at = 0; at < items.length; at++) {
      const item = items[at];
      const one = read(item, depth + 1, members);
      if (one === INEXACT) return INEXACT;
      if (one !== item) items[at] = one;
    }
    return items;
  };
}
