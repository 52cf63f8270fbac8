import type { Paint } from './channel.js';
import { duration } from './duration.js';
import { count } from './number-text.js';
import { width } from './table.js';

/** How far something is. */
export interface ProgressState {
  /** What is being done: `evaluating`, `candidate 3 of 9`. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** What is known so far, in a few words each: `score 81.5 %`. */
  readonly notes: readonly string[];
}

/** In columns. */
const smallestBar = 8;

/**
 * One line for a terminal, never wider than it: a bar, the count, what is known so far, the speed, the time left.
 *
 * @param perSecond speed, where it is known
 * @param columns width of the terminal
 */
export function liveLine(
  state: ProgressState,
  perSecond: number | undefined,
  columns: number,
  paint: Paint,
): string {
  const ends = [state.label, `${count(state.done)}/${count(state.total)}`];
  const rest = [...state.notes, ...pace(state, perSecond)];
  const needed = (): number => width([...ends, ...rest].join('  '));
  // What is known is worth more than the bar, the bar more than the speed.
  while (rest.length > state.notes.length && needed() + smallestBar + 2 >= columns) rest.pop();
  while (rest.length > 0 && needed() >= columns) rest.pop();
  const room = columns - 1 - needed() - 2;
  const parts = room < smallestBar ? ends : [ends[0], bar(state, Math.min(room, 24), paint), ends[1]];
  const line = [
    ...parts,
    ...rest.map((text, index) => (index < state.notes.length ? text : paint.dim(text))),
  ];
  const text = line.join('  ');
  return width(text) < columns ? text : ends.join('  ').slice(0, Math.max(0, columns - 1));
}

/** The same as a line of a log: `evaluating: 120 of 200 (60 %), score 81.5 %, 14.2/s, 6 s left`. */
export function plainLine(state: ProgressState, perSecond: number | undefined): string {
  const share = state.total === 0 ? 100 : Math.floor((state.done / state.total) * 100);
  const counts = `${state.label}: ${count(state.done)} of ${count(state.total)} (${share} %)`;
  return [counts, ...state.notes, ...pace(state, perSecond)].join(', ');
}

function pace(state: ProgressState, perSecond: number | undefined): readonly string[] {
  if (perSecond === undefined || perSecond <= 0 || state.done >= state.total) return [];
  const left = ((state.total - state.done) / perSecond) * 1000;
  // Tenths of a second would only flicker.
  const seconds = Math.ceil(left / 1000) * 1000;
  return [
    `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`,
    `${duration(seconds).replace('.0', '')} left`,
  ];
}

function bar(state: ProgressState, cells: number, paint: Paint): string {
  const share = state.total === 0 ? 1 : Math.min(1, state.done / state.total);
  const full = Math.floor(share * cells);
  return paint.cyan('━'.repeat(full)) + paint.dim('─'.repeat(cells - full));
}
