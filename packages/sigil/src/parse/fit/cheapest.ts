import type { Coercion } from '@sigil/spec';
import { MISFIT, type Fitting, type Misfit } from './fitting.js';

interface Candidate {
  readonly value: unknown;
  readonly cost: number;
  readonly notes: readonly Coercion[];
  readonly broken: Misfit | undefined;
}

/**
 * The value of the try that changes least, with its notes.
 *
 * @returns undefined where none has a value, or where two of the best have different ones
 */
export function cheapest(tries: readonly (() => unknown)[], fitting: Fitting): unknown {
  const start = fitting.mark();
  const candidates: Candidate[] = [];
  for (const attempt of tries) {
    const value = attempt();
    if (value !== MISFIT) {
      candidates.push({
        value,
        cost: fitting.cost - start.cost,
        notes: fitting.notes.slice(start.notes),
        broken: fitting.broken,
      });
    }
    fitting.reset(start);
  }
  const least = Math.min(...candidates.map(({ cost }) => cost));
  const best = candidates.filter(({ cost }) => cost < least + 0.05);
  const [first] = best;
  if (first === undefined) return undefined;
  if (best.length > 1) {
    const read = JSON.stringify(first.value);
    if (best.some(({ value }) => JSON.stringify(value) !== read)) return undefined;
  }
  fitting.cost += first.cost;
  fitting.notes.push(...first.notes);
  fitting.broken = first.broken;
  return first.value;
}
