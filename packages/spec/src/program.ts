import type { Adapter } from './adapter.js';
import type { CallSettings } from './lm-call.js';
import type { LanguageModel } from './language-model.js';
import type { ProgramState } from './predictor-state.js';
import type { ProgramSpec } from './program-artifact.js';
import type { RunEvent } from './run-event.js';
import type { SignatureSpec } from './signature-spec.js';
import type { TraceStep } from './trace.js';

/** What one run may be given. */
export interface RunOptions {
  readonly lm?: LanguageModel | undefined;
  /** In the place of the one that the state or the artifact names. */
  readonly adapter?: Adapter | undefined;
  readonly settings?: CallSettings | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Tuned state by predictor path, in the place of the artifact's. `{}` runs the bare signatures. */
  readonly state?: ProgramState | undefined;
  /** Called with every finished predictor call, in the order in which they finish. */
  readonly trace?: ((step: TraceStep) => void) | undefined;
  /** Called with what happens while it runs. Replies are then streamed, and shown field by field. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** 0 unless fresh replies to the same requests are wanted. */
  readonly rollout?: number | undefined;
  /** How often a predictor that does not say it itself shows a reply that cannot be used to the model, with its error. */
  readonly maxReasks?: number | undefined;
}

/** Something that can be run, evaluated and optimized: a `Predict`, or a module made of several. */
export interface Program<In = object, Out = object> {
  run(inputs: In, options?: RunOptions): Promise<Out>;
  /** The signatures of its predictors by path, in a stable order. */
  namedPredictors(): ReadonlyMap<string, SignatureSpec>;
  /** What a compiled program takes and gives. A lone signature tells it by its one predictor. */
  readonly '~compiled'?: Pick<ProgramSpec, 'id' | 'inputs' | 'outputs'> | undefined;
}
