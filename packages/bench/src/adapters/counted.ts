import type { LanguageModel } from '@sigil/spec';

/** A model, and what was asked of it. */
export interface Counted {
  readonly lm: LanguageModel;
  requests: number;
  inputTokens: number;
  outputTokens: number;
}

/** Counts what is sent to a model, whoever sends it. */
export function counted(model: LanguageModel): Counted {
  const counts: Counted = {
    lm: {
      modelId: model.modelId,
      capabilities: model.capabilities,
      prepare: (call) => model.prepare(call),
      async doGenerate(call) {
        const reply = await model.doGenerate(call);
        counts.requests++;
        counts.inputTokens += reply.usage?.inputTokens ?? 0;
        counts.outputTokens += reply.usage?.outputTokens ?? 0;
        return reply;
      },
      doStream: (call) => model.doStream(call),
    },
    requests: 0,
    inputTokens: 0,
    outputTokens: 0,
  };
  return counts;
}
