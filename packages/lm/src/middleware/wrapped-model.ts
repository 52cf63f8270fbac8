import type { LanguageModel } from '@sigil/spec';

/** What a middleware answers in the place of the model that it wraps. */
export interface Answers extends Pick<LanguageModel, 'doGenerate' | 'doStream'> {
  /** What the middleware holds itself; the model is released after it. */
  readonly dispose?: () => Promise<void>;
}

/**
 * A model with other answers: it keeps the name, the capabilities and the requests of the one inside.
 *
 * @example
 * ```ts
 * import { wrappedModel } from '@sigil/lm/middleware';
 * import type { LanguageModel } from '@sigil/spec';
 *
 * export function logged(lm: LanguageModel): LanguageModel {
 *   return wrappedModel(lm, {
 *     doGenerate: async (call) => {
 *       const reply = await lm.doGenerate(call);
 *       console.error(`${lm.modelId}: ${reply.text}`);
 *       return reply;
 *     },
 *     doStream: (call) => lm.doStream(call),
 *   });
 * }
 * ```
 */
export function wrappedModel(lm: LanguageModel, answers: Answers): LanguageModel {
  return {
    modelId: lm.modelId,
    capabilities: lm.capabilities,
    prepare: (call) => lm.prepare(call),
    doGenerate: answers.doGenerate,
    doStream: answers.doStream,
    dispose: async () => {
      await answers.dispose?.();
      await lm.dispose?.();
    },
  };
}
