import { wrappedModel } from '@sigil/lm/middleware';
import type { LanguageModel, LMCall } from '@sigil/spec';

/** How long a call that is under way may take after a run was stopped, in milliseconds. */
const graceMs = 5000;

/**
 * Lets calls that are under way finish when a run is stopped: the service works on them and is paid for them, so that
 * their replies are worth keeping. After a few seconds they are given up.
 */
export function patientModel(lm: LanguageModel): LanguageModel {
  return wrappedModel(lm, {
    async doGenerate(call) {
      const { later, release } = delayed(call);
      try {
        return await lm.doGenerate(later);
      } finally {
        release();
      }
    },
    doStream: (call) => lm.doStream(call),
  });
}

/** The same call with a signal that fires later; at once where it fired before the call. */
function delayed(call: LMCall): { readonly later: LMCall; readonly release: () => void } {
  const { signal } = call;
  if (signal === undefined || signal.aborted) return { later: call, release: () => undefined };
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => controller.abort(signal.reason), graceMs);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    later: { ...call, signal: controller.signal },
    release() {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(timer);
    },
  };
}
