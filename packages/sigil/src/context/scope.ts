import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from './context.js';

/** The time in which a function of `withContext` runs. */
export interface Scope {
  readonly context: Context;
  readonly outer: Scope | undefined;
  /** Set when the function that the scope was opened for has ended. */
  ended: boolean;
}

/** What a process holds. */
export interface Root {
  readonly storage: AsyncLocalStorage<Scope>;
  configured: Context;
}

// One for the process, also with two copies of this package in it.
const key = Symbol.for('sigil.context.1');

/** The contexts of this process. */
export function root(): Root {
  const known: unknown = Reflect.get(globalThis, key);
  if (isRoot(known)) return known;
  const fresh: Root = { storage: new AsyncLocalStorage(), configured: {} };
  Object.defineProperty(globalThis, key, { value: fresh });
  return fresh;
}

function isRoot(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'storage' in value;
}
