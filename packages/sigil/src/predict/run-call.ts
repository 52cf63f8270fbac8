import { fieldsToJson } from '@sigil/schema';
import {
  ReplyError,
  type Artifact,
  type Attempt,
  type CallReport,
  type Coercion,
  type JsonValue,
  type LanguageModel,
  type LMCall,
  type LMReply,
  type Message,
} from '@sigil/spec';
import { answerTurn } from '../reask/reask-turns.js';
import type { CallBinding } from './call-binding.js';
import type { Chosen } from './choose-state.js';
import { incompleteness, readReply, type ReadReply } from './read-reply.js';
import { extractionOf, requestOf } from './request-of.js';
import { send } from './send.js';
import { ShownOutputs } from './shown-outputs.js';

/** Everything that a call of a predictor works with. */
export interface Call {
  readonly artifact: Artifact;
  readonly chosen: Chosen;
  readonly binding: CallBinding;
  readonly lm: LanguageModel;
  /** Checked. */
  readonly inputs: Readonly<Record<string, JsonValue>>;
}

/** What came of a call. */
export interface Finished {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly report: CallReport;
}

/**
 * Asks the model, once and again where its reply cannot be used, and tells those who watch.
 *
 * @throws ReplyError with the report of all attempts, LanguageModelError
 */
export async function runCall(call: Call): Promise<Finished> {
  const { tell } = call.binding;
  tell?.({ kind: 'status', status: 'started' });
  let finished: Finished;
  try {
    finished = await new Conversation(call).finish();
  } catch (error) {
    tell?.({ kind: 'status', status: 'failed' });
    throw error;
  }
  tell?.({ kind: 'status', status: 'finished' });
  return finished;
}

class Conversation {
  readonly #call: Call;
  readonly #start = performance.now();
  readonly #attempts: Attempt[] = [];
  #reasks = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  async finish(): Promise<Finished> {
    const { artifact, binding, inputs } = this.#call;
    const { outputs, parsed } = await this.#read(await this.#request());
    const report = this.#report(parsed.coercions);
    const last = this.#attempts.at(-1);
    binding.trace(() => ({
      signature: artifact.spec.id,
      inputs,
      outputs: fieldsToJson(artifact.spec.fields, outputs),
      messages: last?.messages ?? [],
      reply: last?.reply.text ?? '',
      ...(this.#reasks === 0 ? {} : { reasks: this.#reasks }),
    }));
    return { outputs, report };
  }

  /** The request whose reply has the outputs: for an adapter of two, the one that reads the free answer. */
  async #request(): Promise<Request> {
    const { artifact, chosen, binding, lm, inputs } = this.#call;
    const { extraction } = chosen.adapter;
    const first = requestOf(chosen, artifact, lm, inputs);
    if (extraction === undefined) return { lm, call: first };
    const asking: Request = { lm, call: first, step: 'answer' };
    const { text } = await this.#attempt<LMReply>(
      asking,
      undefined,
      (reply) => incompleteness(reply) ?? reply,
      askAgain,
    );
    binding.tell?.({ kind: 'status', status: 'extracting' });
    return { ...extractionOf(extraction, artifact.spec, lm, text), step: 'extraction' };
  }

  #read(request: Request): Promise<ReadReply> {
    const { artifact, chosen, binding } = this.#call;
    const shown = binding.tell && new ShownOutputs(artifact.spec, chosen.adapter, binding.tell);
    return this.#attempt(
      request,
      shown,
      async (reply) => {
        const read = await readReply(artifact, chosen.adapter, reply);
        if (!ReplyError.isInstance(read)) shown?.finish(read.outputs);
        return read;
      },
      (reply, error) => chosen.adapter.reask(artifact.spec, reply, error),
    );
  }

  /** Sends a request until its reply can be used, as often as the call may. */
  async #attempt<Value extends object>(
    { lm, call, step }: Request,
    shown: ShownOutputs | undefined,
    read: (reply: LMReply) => Value | ReplyError | Promise<Value | ReplyError>,
    reask: (reply: string, error: ReplyError) => readonly Message[],
  ): Promise<Value> {
    const { settings, rollout, signal, maxReasks } = this.#call.binding;
    for (let { messages } = call; ;) {
      const sent = { ...call, messages, settings, rollout, ...(signal === undefined ? {} : { signal }) };
      const reply = await send(lm, sent, shown && ((text) => shown.push(text)));
      const value = await read(reply);
      const attempt = { ...(step === undefined ? {} : { step }), messages, reply };
      if (!ReplyError.isInstance(value)) {
        this.#attempts.push(attempt);
        return value;
      }
      this.#attempts.push({ ...attempt, error: value });
      if (this.#reasks >= maxReasks) {
        value.report = this.#report([]);
        throw value;
      }
      this.#reasks++;
      shown?.reset(value);
      messages = [...messages, ...reask(reply.text, value)];
    }
  }

  #report(coercions: readonly Coercion[]): CallReport {
    let inputTokens = 0;
    let outputTokens = 0;
    for (const { reply } of this.#attempts) {
      if (reply.cached === true) continue;
      inputTokens += reply.usage?.inputTokens ?? 0;
      outputTokens += reply.usage?.outputTokens ?? 0;
    }
    const { artifact, chosen, lm } = this.#call;
    return {
      signature: artifact.spec.id,
      artifact: chosen.hash,
      adapter: chosen.adapter.id,
      model: lm.modelId,
      attempts: this.#attempts,
      usage: { inputTokens, outputTokens },
      coercions,
      milliseconds: performance.now() - this.#start,
    };
  }
}

/** What is sent, and to whom. */
interface Request {
  readonly lm: LanguageModel;
  readonly call: LMCall;
  readonly step?: 'answer' | 'extraction';
}

/** The turns behind a free answer that is not there or not whole. */
function askAgain(reply: string, error: ReplyError): readonly Message[] {
  return [answerTurn(reply), { role: 'user', content: `That answer cannot be used. ${error.message}` }];
}
