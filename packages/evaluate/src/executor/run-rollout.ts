import {
  AbortedError,
  InputError,
  ReplyError,
  SigilError,
  type CallSettings,
  type LanguageModel,
  type Prediction,
  type Program,
  type Rollout,
  type RolloutReply,
  type RunOptions,
  type TraceStep,
} from '@sigil/spec';
import { programInputs } from './program-inputs.js';

/** What every rollout of an executor runs with. */
export interface RolloutContext {
  readonly program: Program;
  readonly lm?: LanguageModel | undefined;
  readonly settings?: CallSettings | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Keep the trace: it holds whole prompts. */
  readonly trace: boolean;
}

/** Runs one rollout and says what came of it. Never rejects. */
export async function runRollout(rollout: Rollout, context: RolloutContext): Promise<RolloutReply> {
  const trace: TraceStep[] = [];
  const options: RunOptions = {
    lm: context.lm,
    settings: { ...context.settings, ...rollout.settings },
    signal: context.signal,
    state: rollout.state,
    rollout: rollout.repetition,
    ...(context.trace ? { trace: (step: TraceStep) => void trace.push(step) } : {}),
  };
  try {
    const outputs = await context.program.run(programInputs(context.program, rollout.example), options);
    return { rollout, trace, status: 'predicted', prediction: toPrediction(outputs) };
  } catch (error) {
    return { rollout, trace, ...classify(error, context.signal) };
  }
}

type Failure =
  | { readonly status: 'unparsed' | 'infrastructure-error'; readonly error: SigilError }
  | { readonly status: 'program-error'; readonly error: unknown }
  | { readonly status: 'cancelled' };

/**
 * Only a reply that cannot be used says something about the prompt. What the program itself got wrong (it threw, or
 * gave a predictor wrong inputs) is its own kind. Every other error of ours (no reply, no model, a full cache disk) is
 * infrastructure and never a score.
 */
function classify(error: unknown, signal: AbortSignal | undefined): Failure {
  if (signal?.aborted === true || AbortedError.isInstance(error)) return { status: 'cancelled' };
  if (ReplyError.isInstance(error)) return { status: 'unparsed', error };
  if (InputError.isInstance(error) || !SigilError.isInstance(error))
    return { status: 'program-error', error };
  return { status: 'infrastructure-error', error };
}

// A copy without what is attached to the outputs (the report), so that finished rows do not hold on to their prompts.
function toPrediction(outputs: object): Prediction {
  return Object.fromEntries(Object.entries(outputs));
}
