import { wrappedModel } from '@sigil/lm/middleware';
import type { LanguageModel, LMReply } from '@sigil/spec';

/** What a run asked of a model. */
export interface CallCounts {
  /** Replies, cached ones included. */
  readonly calls: number;
  readonly cached: number;
  /** Tokens of the replies that were paid for, where the service says. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A model that counts. */
export interface CountedModel {
  readonly lm: LanguageModel;
  counts(): CallCounts;
}

/** Counts the replies of a model. It stands outside of the cache, to see what came from there. */
export function countCalls(lm: LanguageModel): CountedModel {
  const counts = { calls: 0, cached: 0, inputTokens: 0, outputTokens: 0 };
  const add = ({ cached, usage }: LMReply): void => {
    counts.calls += 1;
    if (cached === true) counts.cached += 1;
    else {
      counts.inputTokens += usage?.inputTokens ?? 0;
      counts.outputTokens += usage?.outputTokens ?? 0;
    }
  };
  const counted = wrappedModel(lm, {
    async doGenerate(call) {
      const reply = await lm.doGenerate(call);
      add(reply);
      return reply;
    },
    async *doStream(call) {
      for await (const part of lm.doStream(call)) {
        if (part.kind === 'end') add(part.reply);
        yield part;
      }
    },
  });
  return { lm: counted, counts: () => ({ ...counts }) };
}
