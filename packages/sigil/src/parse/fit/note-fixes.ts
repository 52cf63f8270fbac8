import { show } from '../describe.js';
import type { Node } from '../tree/node.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';

/** Notes what was mended to read a node, once it has become a value. */
export function noteFixes<Value>(
  node: Node,
  value: Value,
  place: Place | undefined,
  fitting: Fitting,
): Value | typeof MISFIT {
  for (const { kind, from, isLoss } of node.fixes ?? []) {
    if (isLoss !== true) fitting.note(place, kind, from, brief(value), 0.1);
    else if (!fitting.lose(place, kind, from, 1)) return MISFIT;
  }
  return value;
}

function brief(value: unknown): string {
  return typeof value === 'object' && value !== null ? '' : show(value);
}
