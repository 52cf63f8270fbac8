import { fieldsToJson, fieldsToWire } from '@sigil/schema';
import {
  AbortedError,
  ConstraintError,
  IncompleteReplyError,
  InputError,
  MissingModelError,
  ReplyError,
  type Adapter,
  type Artifact,
  type Attempt,
  type CallReport,
  type CallSettings,
  type InputOf,
  type JsonValue,
  type LanguageModel,
  type LMReply,
  type Message,
  type OutputOf,
  type ParsedReply,
  type Program,
  type Ready,
  type RunOptions,
  type SignatureClass,
  type SignatureSpec,
} from '@sigil/spec';
import { readArtifact } from '../artifact/read-artifact.js';
import { bindCall, type CallBinding } from './call-binding.js';
import { keepReport } from './report.js';
import { StateChooser, type Chosen } from './choose-state.js';
import { validate } from './validate.js';

/** What belongs to a predictor; a call's own options come before it. */
export interface PredictOptions {
  readonly lm?: LanguageModel;
  readonly settings?: CallSettings;
  /** In the place of the one that the artifact names. */
  readonly adapter?: Adapter;
  /** How often a reply that cannot be used is shown to the model with its error. Else that of the run, else 1; 0 for never. */
  readonly maxReasks?: number;
}

/** A prediction and what it took. */
export interface Reported<Out> {
  readonly outputs: Out;
  readonly report: CallReport;
}

/**
 * Calls a model with the compiled prompt of a signature and reads its reply as typed outputs.
 *
 * @example
 * ```ts
 * const predict = new Predict(Ticket, { lm: new FakeLM(['team: billing']) });
 * await predict.run({ message: 'I was charged twice.' }); // -> { team: 'billing' }
 * ```
 */
export class Predict<C extends SignatureClass> implements Program<InputOf<C>, OutputOf<C>> {
  readonly signature: C;
  readonly #options: PredictOptions;
  #chooser: StateChooser | undefined;

  constructor(signature: C & Ready<C>, options: PredictOptions = {}) {
    this.signature = signature;
    this.#options = options;
  }

  /** Tells a predictor from other objects, whichever copy of this package it comes from. */
  get '~kind'(): 'predictor' {
    return 'predictor';
  }

  /** @throws MissingArtifactError, StaleArtifactError */
  get artifact(): Artifact {
    return readArtifact(this.signature);
  }

  /** A signature is a program of one predictor, whose path is `''`. */
  namedPredictors(): ReadonlyMap<string, SignatureSpec> {
    return new Map([['', this.artifact.spec]]);
  }

  /**
   * Calls the model.
   *
   * @param inputs the input fields; those with an initializer may be left out
   * @throws InputError before anything is sent, ReplyError when no reply could be used, LanguageModelError when there
   *   was none, MissingArtifactError, StaleArtifactError, MissingModelError, UsageError for an adapter that this
   *   version does not have
   */
  async run(inputs: InputOf<C>, options: RunOptions = {}): Promise<OutputOf<C>> {
    return (await this.runWithReport(inputs, options)).outputs;
  }

  /** {@link run}, with the report beside the outputs. `report(outputs)` finds the same one. */
  async runWithReport(inputs: InputOf<C>, options: RunOptions = {}): Promise<Reported<OutputOf<C>>> {
    const start = performance.now();
    const { artifact } = this;
    const call = bindCall(this, artifact.spec.id, this.#options, options);
    const { lm, settings, signal } = call;
    if (lm === undefined) throw new MissingModelError(artifact.spec.id);
    const chosen = this.#choose(call);
    const values = await checkedInputs(artifact, inputs);
    const attempts: Attempt[] = [];
    let messages = chosen.adapter.fill(chosen.template, artifact.spec, values);

    for (let reasks = 0; ; reasks++) {
      if (signal?.aborted === true) throw aborted(lm);
      const reply = await lm.doGenerate({
        messages,
        settings,
        rollout: call.rollout,
        ...(signal === undefined ? {} : { signal }),
      });
      const result = await readReply(artifact, chosen.adapter, reply);
      if (!ReplyError.isInstance(result)) {
        attempts.push({ messages, reply });
        const made = reportOf(artifact, chosen, lm, attempts, result.parsed, performance.now() - start);
        const sent = messages;
        call.trace(() => ({
          signature: artifact.spec.id,
          inputs: values,
          outputs: fieldsToJson(artifact.spec.fields, result.outputs),
          messages: sent,
          reply: reply.text,
        }));
        keepReport(result.outputs, made);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema in the artifact is the class's type
        return { outputs: result.outputs as OutputOf<C>, report: made };
      }
      attempts.push({ messages, reply, error: result });
      if (reasks >= call.maxReasks) throw result;
      messages = messages.concat(chosen.adapter.reask(artifact.spec, reply.text, result));
    }
  }

  /**
   * The messages that `run` would send, byte for byte.
   *
   * @throws InputError, MissingArtifactError, StaleArtifactError
   */
  async render(inputs: InputOf<C>, options: RunOptions = {}): Promise<readonly Message[]> {
    const chosen = this.#choose(bindCall(this, this.artifact.spec.id, this.#options, options));
    return chosen.adapter.fill(
      chosen.template,
      this.artifact.spec,
      await checkedInputs(this.artifact, inputs),
    );
  }

  #choose({ state, template, lm, onStale }: CallBinding): Chosen {
    this.#chooser ??= new StateChooser(this.artifact, this.#options.adapter);
    return this.#chooser.choose(state, lm?.modelId, onStale, template);
  }
}

async function checkedInputs(
  artifact: Artifact,
  inputs: unknown,
): Promise<Readonly<Record<string, JsonValue>>> {
  // The schema reads JSON, where the caller has dates, sets and maps.
  const checked = await validate(
    artifact.schemas().input,
    inputsToJson(artifact, inputs),
    artifact.spec.fields,
  );
  if ('problems' in checked) throw new InputError(artifact.spec.id, checked.problems);
  return fieldsToJson(artifact.spec.fields, checked.values);
}

function inputsToJson(artifact: Artifact, inputs: unknown): unknown {
  if (typeof inputs !== 'object' || inputs === null) return inputs;
  try {
    return fieldsToJson(artifact.spec.fields, { ...inputs });
  } catch (error) {
    if (error instanceof TypeError) throw new InputError(artifact.spec.id, problemsOf(artifact, inputs));
    throw error;
  }
}

/** Which of the inputs cannot be written as JSON. */
function problemsOf(artifact: Artifact, inputs: object): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]: [string, unknown]) => {
    try {
      fieldsToJson(artifact.spec.fields, Object.fromEntries([[name, value]]));
      return [];
    } catch (error) {
      return error instanceof TypeError ? [`field '${name}': ${error.message.replace(/\.$/u, '')}`] : [];
    }
  });
}

type Read = { readonly outputs: Readonly<Record<string, unknown>>; readonly parsed: ParsedReply };

/** The outputs of a reply, or the reason why it cannot be used. */
async function readReply(artifact: Artifact, adapter: Adapter, reply: LMReply): Promise<Read | ReplyError> {
  if (reply.finishReason === 'length') return new IncompleteReplyError('cut-off', reply.text);
  if (reply.finishReason === 'content-filter') return new IncompleteReplyError('filtered', reply.text);
  if (reply.finishReason === 'other') return new IncompleteReplyError('stopped', reply.text);
  if (reply.text.trim() === '') return new IncompleteReplyError('empty', reply.text);
  try {
    const parsed = adapter.parse(artifact.spec, reply.text);
    const outputs = artifact.spec.fields.filter((field) => field.direction === 'out');
    const checked = await validate(
      artifact.schemas().output,
      fieldsToWire(artifact.spec.fields, parsed.values),
      outputs,
    );
    if ('problems' in checked) return new ConstraintError(checked.problems, reply.text);
    return { outputs: checked.values, parsed };
  } catch (error) {
    if (ReplyError.isInstance(error)) return error;
    throw error;
  }
}

function reportOf(
  artifact: Artifact,
  chosen: Chosen,
  lm: LanguageModel,
  attempts: readonly Attempt[],
  parsed: ParsedReply,
  milliseconds: number,
): CallReport {
  let inputTokens = 0;
  let outputTokens = 0;
  for (const { reply } of attempts) {
    if (reply.cached === true) continue;
    inputTokens += reply.usage?.inputTokens ?? 0;
    outputTokens += reply.usage?.outputTokens ?? 0;
  }
  return {
    signature: artifact.spec.id,
    artifact: chosen.hash,
    adapter: chosen.adapter.id,
    model: lm.modelId,
    attempts,
    usage: { inputTokens, outputTokens },
    coercions: parsed.coercions,
    milliseconds,
  };
}

function aborted(lm: LanguageModel): AbortedError {
  return new AbortedError({ model: lm.modelId, endpoint: lm.prepare({ messages: [] }).endpoint });
}
