import type {
  Adapter,
  CallSettings,
  LanguageModel,
  PredictorState,
  PromptTemplate,
  RunEvent,
  RunOptions,
  TraceStep,
} from '@sigil/spec';
import { ownMember } from '../artifact/own-member.js';
import { variantFor } from '../artifact/variant-for.js';
import type { Context } from '../context/context.js';
import { currentContext } from '../context/current-context.js';
import { currentRuns, type CommittedState, type RunScope } from '../context/run-scope.js';

/** What one call of a predictor uses, from all around it. */
export interface CallBinding {
  readonly lm: LanguageModel | undefined;
  readonly settings: CallSettings;
  readonly signal: AbortSignal | undefined;
  readonly rollout: number;
  readonly maxReasks: number;
  /** In the place of what the state names. */
  readonly adapter: Adapter | undefined;
  /** Where neither says one. */
  readonly fallbackAdapter: Adapter | undefined;
  /** The state to use; undefined for the signature's own. */
  readonly state: PredictorState | undefined;
  /** The prompt of that state, where the artifact of a program holds it. */
  readonly template: PromptTemplate | undefined;
  /** What to do where the signature's own state was tuned for another shape. */
  readonly onStale: Context['onStale'];
  /** Tells everybody who asked for the trace, each with the path in their program. Without them the step is not made. */
  trace(makeStep: () => Omit<TraceStep, 'path'>): void;
  /** Tells everybody who watches a run; undefined where nobody does, and nothing needs to be streamed. */
  readonly tell: ((event: Unplaced) => void) | undefined;
}

/** An event before it is known where in a program its predictor is. */
export type Unplaced = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'path' | 'call'>
    : never
  : never;

/** What belongs to a predictor itself. */
interface Own {
  readonly lm?: LanguageModel | undefined;
  readonly adapter?: Adapter | undefined;
  readonly settings?: CallSettings | undefined;
  readonly maxReasks?: number | undefined;
}

/**
 * Reads the runs and the context around a call, once. The call's own options come first, then the predictor's, then
 * the nearest run, then `withContext`, then `configure`; of tuned states the outermost run's comes first.
 *
 * @param signature id of the predictor's signature
 */
export function bindCall(predictor: object, signature: string, own: Own, options: RunOptions): CallBinding {
  const context = currentContext();
  const runs = currentRuns();
  const lm = options.lm ?? own.lm ?? firstOf(runs, (run) => run.options.lm) ?? context.lm;
  const signals = [options.signal, ...runs.map((run) => run.options.signal)].filter(
    (signal) => signal !== undefined,
  );
  const { state, template } = stateOf(predictor, signature, runs.toReversed(), options, lm?.modelId);
  return {
    lm,
    settings: { ...settingsOf(runs, context.settings), ...own.settings, ...options.settings },
    signal: signals.length > 1 ? AbortSignal.any(signals) : signals[0],
    rollout: options.rollout ?? firstOf(runs, (run) => run.options.rollout) ?? 0,
    maxReasks: options.maxReasks ?? own.maxReasks ?? firstOf(runs, (run) => run.options.maxReasks) ?? 1,
    adapter: options.adapter ?? own.adapter ?? firstOf(runs, (run) => run.options.adapter),
    fallbackAdapter: context.adapter,
    onStale: context.onStale,
    state,
    template,
    tell: teller(predictor, runs, options),
    trace(makeStep) {
      const tracing = runs.filter((run) => run.options.trace !== undefined);
      if (options.trace === undefined && tracing.length === 0) return;
      const step = makeStep();
      options.trace?.({ path: '', ...step });
      for (const run of tracing) run.options.trace?.({ path: run.pathOf(predictor) ?? '', ...step });
    },
  };
}

function teller(predictor: object, runs: readonly RunScope[], options: RunOptions): CallBinding['tell'] {
  const watched = runs.filter((run) => run.options.onEvent !== undefined);
  if (options.onEvent === undefined && watched.length === 0) return undefined;
  const places = watched.map((run) => ({
    run,
    at: { path: run.pathOf(predictor) ?? '', call: run.nextCall() },
  }));
  return (event) => {
    options.onEvent?.({ path: '', call: 0, ...event });
    for (const { run, at } of places) run.options.onEvent?.({ ...at, ...event });
  };
}

/** Those of the innermost run come before those of the runs around it. */
function settingsOf([run, ...outer]: readonly RunScope[], context: CallSettings | undefined): CallSettings {
  return run === undefined ? { ...context } : { ...settingsOf(outer, context), ...run.options.settings };
}

function stateOf(
  predictor: object,
  signature: string,
  outermostFirst: readonly RunScope[],
  options: RunOptions,
  model: string | undefined,
): BoundState {
  for (const run of outermostFirst) {
    const path = run.pathOf(predictor);
    // What a run is given takes the place of all artifacts: what it says nothing of runs bare.
    if (path !== undefined && run.options.state !== undefined)
      return { state: ownMember(run.options.state, path) ?? BARE };
  }
  if (options.state !== undefined) return { state: ownMember(options.state, '') ?? BARE };
  const committed = firstOf(outermostFirst, (run) =>
    firstOf(run.statesOf(predictor, signature), (one) => variantOf(one, model)),
  );
  return committed ?? {};
}

interface BoundState {
  readonly state?: PredictorState;
  readonly template?: PromptTemplate | undefined;
}

function variantOf(
  { variants, templates }: CommittedState,
  model: string | undefined,
): BoundState | undefined {
  const found = variantFor(variants, model);
  if (found === undefined) return undefined;
  const name = found.isOwn && model !== undefined ? model : '*';
  return { state: found.state, template: ownMember(templates, name) };
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== undefined) return picked;
  }
  return undefined;
}

/** The state of a signature that nobody has tuned. */
const BARE: PredictorState = Object.freeze({});
