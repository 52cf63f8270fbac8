import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunOptions, StateVariants, TemplateVariants } from '@sigil/spec';
import { warn } from './surroundings.js';

/** One run of a program: fixed where it starts, read by every predictor below, never written but for its end. */
export interface RunScope {
  readonly options: RunOptions;
  readonly outer: RunScope | undefined;
  /** Set when the run has ended. */
  ended: boolean;
  /** Path of a predictor in the program; undefined for one that is no part of it. */
  pathOf(predictor: object): string | undefined;
  /** The number of the next call that those who watch the run are told of, from 0. */
  nextCall(): number;
  /** What the artifacts of the modules around a predictor hold for it, the outermost module's first. */
  statesOf(predictor: object, signature: string): readonly CommittedState[];
}

/** What the artifact of a program holds for one of its predictors. */
export interface CommittedState {
  readonly variants: StateVariants;
  /** Their prompts, as far as they were compiled before. */
  readonly templates?: TemplateVariants | undefined;
}

// One for the process, also with two copies of this package in it.
const key = Symbol.for('sigil.run.1');

/** The store of the run that goes on here. */
export function runStorage(): AsyncLocalStorage<RunScope> {
  const known: unknown = Reflect.get(globalThis, key);
  if (isStorage(known)) return known;
  const fresh = new AsyncLocalStorage<RunScope>();
  Object.defineProperty(globalThis, key, { value: fresh });
  return fresh;
}

function isStorage(value: unknown): value is AsyncLocalStorage<RunScope> {
  return typeof value === 'object' && value !== null && 'getStore' in value;
}

/** The runs around here that have not ended, the innermost first. Read once, where a call starts. */
export function currentRuns(): readonly RunScope[] {
  const runs: RunScope[] = [];
  for (let scope = runStorage().getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.ended) warnEnded(scope);
    else runs.push(scope);
  }
  return runs;
}

const warned = new WeakSet<RunScope>();

function warnEnded(scope: RunScope): void {
  if (warned.has(scope)) return;
  warned.add(scope);
  warn(
    'SIGIL1102',
    'A call started after the run of its program had ended, and goes on outside of it. Await the call in forward.',
  );
}
