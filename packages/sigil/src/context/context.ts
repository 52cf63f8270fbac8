import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallSettings, LanguageModel } from '@sigil/spec';

/** What calls inherit from around them. */
export interface Context {
  readonly lm?: LanguageModel | undefined;
  readonly settings?: CallSettings | undefined;
}

interface Scope {
  readonly context: Context;
  readonly outer: Scope | undefined;
  /** Set when the function that the scope was opened for has ended. */
  ended: boolean;
}

interface Root {
  readonly storage: AsyncLocalStorage<Scope>;
  configured: Context;
}

// One for the process, also with two copies of this package in it.
const key = Symbol.for('sigil.context.1');

function root(): Root {
  const known: unknown = Reflect.get(globalThis, key);
  if (isRoot(known)) return known;
  const fresh: Root = { storage: new AsyncLocalStorage(), configured: {} };
  Object.defineProperty(globalThis, key, { value: fresh });
  return fresh;
}

function isRoot(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'storage' in value;
}

/**
 * Sets what calls use when nothing nearer says otherwise. Call it at start-up.
 *
 * @returns a function that puts back what was set before
 * @example
 * ```ts
 * configure({ lm: openai('gpt-5-mini') });
 * ```
 */
export function configure(context: Context): () => void {
  const at = root();
  const before = at.configured;
  at.configured = context;
  return () => {
    at.configured = before;
  };
}

/**
 * Runs a function whose calls use this context, before that of `configure`. It ends with the function: a call that
 * starts later, because it was not awaited, does not see it and is reported as a process warning.
 *
 * @returns what the function returns
 * @example
 * ```ts
 * const answer = await withContext({ lm: cheap }, () => predict.run({ message }));
 * ```
 */
export async function withContext<T>(context: Context, run: () => T | Promise<T>): Promise<T> {
  const { storage } = root();
  const scope: Scope = { context, outer: storage.getStore(), ended: false };
  try {
    return await storage.run(scope, run);
  } finally {
    scope.ended = true;
  }
}

/** The context here and now: read once, where a call starts, and handed on from there. */
export function currentContext(): Context {
  const { storage, configured } = root();
  let lm: LanguageModel | undefined;
  let settings: CallSettings | undefined;
  for (let scope = storage.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.ended) warnEnded(scope);
    else {
      lm ??= scope.context.lm;
      settings = scope.context.settings === undefined ? settings : { ...scope.context.settings, ...settings };
    }
  }
  return { lm: lm ?? configured.lm, settings: { ...configured.settings, ...settings } };
}

const warned = new WeakSet<Scope>();

function warnEnded(scope: Scope): void {
  if (warned.has(scope)) return;
  warned.add(scope);
  process.emitWarning(
    'A call started after its withContext had ended, and runs without it. Await the call.',
    {
      type: 'SigilWarning',
      code: 'SIGIL1101',
    },
  );
}
