import type { CallSettings, LanguageModel } from '@sigil/spec';
import type { Context } from './context.js';
import { root, type Scope } from './scope.js';
import { warn } from './surroundings.js';

/** The context here and now: read once, where a call starts, and handed on from there. */
export function currentContext(): Context {
  const { storage, configured } = root();
  let lm: LanguageModel | undefined;
  let settings: CallSettings | undefined;
  let adapter: Context['adapter'];
  let onStale: Context['onStale'];
  for (let scope = storage.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.ended) warnEnded(scope);
    else {
      lm ??= scope.context.lm;
      adapter ??= scope.context.adapter;
      onStale ??= scope.context.onStale;
      settings = scope.context.settings === undefined ? settings : { ...scope.context.settings, ...settings };
    }
  }
  return {
    lm: lm ?? configured.lm,
    settings: { ...configured.settings, ...settings },
    adapter: adapter ?? configured.adapter,
    onStale: onStale ?? configured.onStale,
  };
}

const warned = new WeakSet<Scope>();

function warnEnded(scope: Scope): void {
  if (warned.has(scope)) return;
  warned.add(scope);
  warn('SIGIL1101', 'A call started after its withContext had ended, and runs without it. Await the call.');
}
