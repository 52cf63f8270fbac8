import {
  MissingModelError,
  type Adapter,
  type Artifact,
  type CallSettings,
  type InputOf,
  type LanguageModel,
  type Message,
  type OutputOf,
  type PartialOf,
  type PlannedRequest,
  type PreparedCall,
  type Program,
  type Ready,
  type RunOptions,
  type SignatureClass,
  type SignatureSpec,
} from '@sigil/spec';
import { readArtifact } from '../artifact/read-artifact.js';
import { PredictionStream, type Reported } from '../stream/prediction-stream.js';
import { watched } from '../stream/watched.js';
import { bindCall, type CallBinding } from './call-binding.js';
import { checkedInputs } from './checked-inputs.js';
import { StateChooser, type Chosen } from './choose-state.js';
import { keepReport } from './report.js';
import { plannedRequests } from './request-of.js';
import { runCall } from './run-call.js';

/** What belongs to a predictor; a call's own options come before it. */
export interface PredictOptions {
  readonly lm?: LanguageModel;
  readonly settings?: CallSettings;
  /** In the place of the one that the artifact names. */
  readonly adapter?: Adapter;
  /** How often a reply that cannot be used is shown to the model with its error. Else that of the run, else 1; 0 for never. */
  readonly maxReasks?: number;
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
    const { artifact } = this;
    const binding = bindCall(this, artifact.spec.id, this.#options, options);
    const { lm } = binding;
    if (lm === undefined) throw new MissingModelError(artifact.spec.id);
    const chosen = this.#choose(binding);
    const finished = await runCall({
      artifact,
      chosen,
      binding,
      lm,
      inputs: await checkedInputs(artifact, inputs),
    });
    keepReport(finished.outputs, finished.report);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema in the artifact is the class's type
    return finished as Reported<OutputOf<C>>;
  }

  /**
   * {@link run}, read while the reply comes: a loop over the stream gets the outputs field by field. The call starts at
   * once. What `run` throws is thrown by the loop, and by `outputs` of the stream.
   */
  stream(inputs: InputOf<C>, options: RunOptions = {}): PredictionStream<PartialOf<C>, OutputOf<C>> {
    return new PredictionStream({
      run: (onEvent, signal) => this.runWithReport(inputs, watched(options, onEvent, signal)),
      fieldsOf: () => this.artifact.spec.fields,
    });
  }

  /**
   * The messages that `run` would send first, byte for byte.
   *
   * @throws InputError, MissingArtifactError, StaleArtifactError
   */
  async render(inputs: InputOf<C>, options: RunOptions = {}): Promise<readonly Message[]> {
    const [{ call }] = await this['~requests'](inputs, options);
    return call.messages;
  }

  /**
   * The whole request that `run` would send first: address and body, as the model prepares them.
   *
   * @throws InputError, MissingArtifactError, StaleArtifactError, MissingModelError
   */
  async prepare(inputs: InputOf<C>, options: RunOptions = {}): Promise<PreparedCall> {
    const [{ call, lm }] = await this['~requests'](inputs, options);
    if (lm === undefined) throw new MissingModelError(this.artifact.spec.id);
    return lm.prepare(call);
  }

  /**
   * Every request of a run in which each reply can be used, for tools that show them.
   *
   * @param answer stands for the reply to the first of two requests
   */
  async '~requests'(
    inputs: InputOf<C>,
    options: RunOptions = {},
    answer = '',
  ): Promise<readonly [PlannedRequest, ...PlannedRequest[]]> {
    const { artifact } = this;
    const binding = bindCall(this, artifact.spec.id, this.#options, options);
    const chosen = this.#choose(binding);
    return plannedRequests(chosen, artifact, binding, await checkedInputs(artifact, inputs), answer);
  }

  #choose(binding: CallBinding): Chosen {
    this.#chooser ??= new StateChooser(this.artifact);
    return this.#chooser.choose(binding, binding.lm?.modelId);
  }
}
