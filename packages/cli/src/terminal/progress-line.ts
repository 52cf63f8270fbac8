import type { Paint } from './channel.js';
import { duration } from './duration.js';
import { count } from './number-text.js';
import { width } from './table.js';

/** How far something is. */
export interface ProgressState {
  /** What is being done: `evaluating`, `candidate 3 of 9`. */
  readonly label: string;
  readonly done: number;
  /** 0 where nobody knows: then there is no bar. */
  readonly total: number;
  /** `done` is percent, and `total` 100. */
  readonly percent?: true;
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
  const ends = [state.label, ...counted(state)];
  const rest = [...state.notes, ...pace(state, perSecond)];
  const needed = (): number => width([...ends, ...rest].join('  '));
  // What is known is worth more than the bar, the bar more than the speed.
  while (rest.length > state.notes.length && needed() + smallestBar + 2 >= columns) rest.pop();
  while (rest.length > 0 && needed() >= columns) rest.pop();
  const room = columns - 1 - needed() - 2;
  const hasBar = state.total > 0 && room >= smallestBar;
  const parts = hasBar ? [state.label, bar(state, Math.min(room, 24), paint), ...counted(state)] : ends;
  const line = [
    ...parts,
    ...rest.map((text, index) => (index < state.notes.length ? text : paint.dim(text))),
  ];
  const text = line.join('  ');
  return width(text) < columns ? text : ends.join('  ').slice(0, Math.max(0, columns - 1));
}

/** The same as a line of a log: `evaluating: 120 of 200 (60 %), score 81.5 %, 14.2/s, 6 s left`. */
export function plainLine(state: ProgressState, perSecond: number | undefined): string {
  const share = Math.floor((state.done / state.total) * 100);
  const counts = state.percent ? `${share} %` : `${count(state.done)} of ${count(state.total)} (${share} %)`;
  const head = state.total === 0 ? state.label : `${state.label}: ${counts}`;
  return [head, ...state.notes, ...pace(state, perSecond)].join(', ');
}

function counted({ done, total, percent }: ProgressState): readonly string[] {
  if (total === 0) return [];
  return [percent ? `${done} %` : `${count(done)}/${count(total)}`];
}

function pace(state: ProgressState, perSecond: number | undefined): readonly string[] {
  if (perSecond === undefined || perSecond <= 0 || state.done >= state.total) return [];
  const left = ((state.total - state.done) / perSecond) * 1000;
  // Tenths of a second would only flicker.
  const seconds = Math.ceil(left / 1000) * 1000;
  const speed = `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`;
  return [...(state.percent ? [] : [speed]), `${duration(seconds).replace('.0', '')} left`];
}

function bar(state: ProgressState, cells: number, paint: Paint): string {
  const share = Math.min(1, state.done / state.total);
  const full = Math.floor(share * cells);
  return paint.cyan('━'.repeat(full)) + paint.dim('─'.repeat(cells - full));
}
