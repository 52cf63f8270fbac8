import type { Coercion } from '@sigil/spec';
import { MISFIT, type Fitting, type Misfit } from './fitting.js';

/** A value that was tried, and what it took. */
export interface Candidate<Value> {
  readonly value: Value;
  readonly cost: number;
  readonly notes: readonly Coercion[];
  readonly broken: Misfit | undefined;
}

/** What a try gives, without leaving a trace of it; undefined where it has no value. */
export function candidateOf<Value>(
  attempt: () => Value | typeof MISFIT,
  fitting: Fitting,
): Candidate<Value> | undefined {
  const start = fitting.mark();
  const value = attempt();
  const cost = fitting.cost - start.cost;
  const notes = fitting.notes.slice(start.notes);
  const { broken } = fitting;
  fitting.reset(start);
  return value === MISFIT ? undefined : { value, cost, notes, broken };
}

/** Takes the value of a try, with its notes. */
export function take<Value>({ value, cost, notes, broken }: Candidate<Value>, fitting: Fitting): Value {
  fitting.cost += cost;
  fitting.notes.push(...notes);
  fitting.broken = broken;
  return value;
}

/**
 * The value of the try that changes least, with its notes.
 *
 * @returns undefined where none has a value, or where two of the best have different ones
 */
export function cheapest(tries: readonly (() => unknown)[], fitting: Fitting): unknown {
  const candidates = tries
    .map((attempt) => candidateOf(attempt, fitting))
    .filter((candidate) => candidate !== undefined);
  const least = Math.min(...candidates.map(({ cost }) => cost));
  const best = candidates.filter(({ cost }) => cost < least + 0.05);
  const [first] = best;
  if (first === undefined) return undefined;
  if (best.length > 1) {
    const read = JSON.stringify(first.value);
    if (best.some(({ value }) => JSON.stringify(value) !== read)) return undefined;
  }
  return take(first, fitting);
}
