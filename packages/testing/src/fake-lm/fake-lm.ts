import {
  AbortedError,
  UsageError,
  type Capabilities,
  type JsonValue,
  type LanguageModel,
  type LMCall,
  type LMReply,
  type PreparedCall,
  type SignatureClass,
  type StreamPart,
} from '@sigil/spec';
import { abortable, wait } from './abortable.js';
import { answerText } from './answer-text.js';
import { completeReply, type FakeReply, type FakeScript } from './fake-reply.js';
import type { Scripted, ScriptedOutputs } from './scripted-outputs.js';

/** How a {@link FakeLM} presents itself. */
export interface FakeLMOptions {
  /** `fake` unless given. */
  readonly modelId?: string;
  /** No seed and no JSON schema unless given. With `jsonSchema: true` it takes the schema of a call; a script may look at it. */
  readonly capabilities?: Capabilities;
  /** Time from a call to its reply, in milliseconds. 0 unless given. */
  readonly delay?: number;
}

/**
 * A language model that answers from a script, without network or weights. It keeps every call that it was given.
 *
 * @example
 * ```ts
 * const lm = new FakeLM(['team: billing', new RateLimitError(1000, { model: 'fake', endpoint: 'fake:' })]);
 * const typed = FakeLM.answering(Ticket, [{ team: 'billing', urgency: 1 }]);
 * const echo = new FakeLM((call) => call.messages.at(-1)?.content ?? '');
 * ```
 */
export class FakeLM implements LanguageModel {
  readonly modelId: string;
  readonly capabilities: Capabilities;
  readonly #script: FakeScript;
  readonly #delay: number;
  readonly #calls: LMCall[] = [];
  #running = 0;
  #maxRunning = 0;

  constructor(script: FakeScript, options: FakeLMOptions = {}) {
    this.#script = script;
    this.#delay = options.delay ?? 0;
    this.modelId = options.modelId ?? 'fake';
    this.capabilities = options.capabilities ?? { seed: false };
  }

  /**
   * A model that answers typed outputs of a signature: one `name: value` line each.
   *
   * @param answers outputs used in order, or a function of the call and its number (from 0)
   * @throws MissingArtifactError for a class without a generated artifact
   * @throws TypeError for outputs that the signature would not take, at once for those in a list: it says which field,
   *   what was found and what was wanted
   */
  static answering<C extends SignatureClass, const O extends Scripted<C>>(
    signature: C,
    answers: ScriptedOutputs<O>,
    options: FakeLMOptions = {},
  ): FakeLM {
    const write = (outputs: O): string => answerText(signature, outputs);
    if (typeof answers !== 'function') return new FakeLM(answers.map(write), options);
    return new FakeLM(async (call, n) => write(await answers(call, n)), options);
  }

  /** Every call so far, in the order in which they came. */
  get calls(): readonly LMCall[] {
    return this.#calls;
  }

  /** The largest number of calls that were under way at the same time. */
  get maxConcurrency(): number {
    return this.#maxRunning;
  }

  /** @throws UsageError for a JSON schema where it has not the capability */
  prepare(call: LMCall): PreparedCall {
    this.#refuseSchema(call);
    const { temperature, maxOutputTokens, seed, stopSequences } = call.settings ?? {};
    const body: Record<string, JsonValue> = {
      model: this.modelId,
      messages: call.messages.map(({ role, content }) => ({ role, content })),
    };
    if (temperature !== undefined) body.temperature = temperature;
    if (maxOutputTokens !== undefined) body.maxOutputTokens = maxOutputTokens;
    if (seed !== undefined) body.seed = seed;
    if (stopSequences !== undefined) body.stopSequences = [...stopSequences];
    if (call.responseFormat !== undefined) {
      const { name, schema } = call.responseFormat;
      body.responseFormat = { name, schema };
    }
    return { endpoint: this.#endpoint, body };
  }

  async doGenerate(call: LMCall): Promise<LMReply> {
    const n = this.#calls.length;
    this.#refuseSchema(call);
    try {
      call.signal?.throwIfAborted();
      this.#calls.push(call);
      this.#maxRunning = Math.max(this.#maxRunning, ++this.#running);
      try {
        await wait(this.#delay, call.signal);
        const reply = await abortable(this.#reply(call, n), call.signal);
        return completeReply(reply, call, this.modelId);
      } finally {
        this.#running--;
      }
    } catch (error) {
      if (!call.signal?.aborted) throw error;
      throw new AbortedError({ model: this.modelId, endpoint: this.#endpoint, cause: error });
    }
  }

  /** The reply word by word. */
  async *doStream(call: LMCall): AsyncGenerator<StreamPart> {
    const reply = await this.doGenerate(call);
    for (const text of reply.text.split(/(?<=\s)/u).filter((part) => part !== '')) {
      if (call.signal?.aborted) {
        throw new AbortedError({ model: this.modelId, endpoint: this.#endpoint, cause: call.signal.reason });
      }
      yield { kind: 'text', text };
    }
    yield { kind: 'end', reply };
  }

  get #endpoint(): string {
    return `fake:${this.modelId}`;
  }

  #refuseSchema(call: LMCall): void {
    if (call.responseFormat === undefined || this.capabilities.jsonSchema === true) return;
    throw new UsageError(
      `Cannot call ${this.modelId} with a JSON schema: it has not the capability. ` +
        `Give it one: new FakeLM(script, { capabilities: { seed: false, jsonSchema: true } }).`,
    );
  }

  async #reply(call: LMCall, n: number): Promise<FakeReply> {
    if (typeof this.#script === 'function') return this.#script(call, n);
    const reply = this.#script[n];
    if (reply !== undefined) return reply;
    throw new Error(
      `FakeLM has no reply left: this is call ${n + 1} and the script has ${this.#script.length}. ` +
        `Give it more replies, or a function.`,
    );
  }
}
