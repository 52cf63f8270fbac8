import {
  UsageError,
  type Message,
  type PlannedRequest,
  type Program,
  type ProgramSpec,
  type ProgramState,
  type RunOptions,
  type OptimizedStatus,
  type ProgramStatus,
  type SignatureSpec,
} from '@sigil/spec';
import { noteStaleState } from '../artifact/note-stale-state.js';
import { ownMember } from '../artifact/own-member.js';
import { variantFor } from '../artifact/variant-for.js';
import { currentContext } from '../context/current-context.js';
import { currentRuns, runStorage, type CommittedState, type RunScope } from '../context/run-scope.js';
import { ProgramStream } from '../stream/program-stream.js';
import { watched } from '../stream/watched.js';
import { PredictorPaths } from './predictor-paths.js';
import { checkProgram, ownProgramArtifact, programArtifact } from './program-artifact.js';

/**
 * A program made of predictors. Its predictors are its properties, also in arrays, in plain records and in other
 * modules; `forward` says how they work together.
 *
 * @example
 * ```ts
 * class Support extends Module {
 *   triage = new Predict(Ticket, { lm: new FakeLM(['team: billing']) });
 *   async forward({ message }: { message: string }) {
 *     const { team } = await this.triage.run({ message });
 *     return { answer: `Ask ${team}.` };
 *   }
 * }
 * await new Support().run({ message: 'I was charged twice.' }); // -> { answer: 'Ask billing.' }
 * ```
 */
export abstract class Module implements Program {
  /** Tells a module from other objects, whichever copy of this package it comes from. */
  get '~kind'(): 'module' {
    return 'module';
  }

  /** What the class takes and gives, as it was compiled; undefined for one without an artifact of its own. */
  get '~compiled'(): Pick<ProgramSpec, 'id' | 'inputs' | 'outputs'> | undefined {
    return ownProgramArtifact(this);
  }

  /** What the program does. Called by {@link run}; await every call of a predictor in it. */
  abstract forward(inputs: never): object;

  /**
   * Calls {@link forward}. Every predictor call inside belongs to the run: it uses the model, the settings, the signal
   * and the tuned state that the run was given, and its trace. Runs of one instance may overlap.
   *
   * @param inputs what `forward` takes
   * @returns what `forward` returns
   * @throws MissingArtifactError for a class with `@Program()` that was not generated, StaleArtifactError when its
   *   predictors are not those of its artifact, and what `forward` throws
   */
  async run(
    inputs: Parameters<this['forward']>[0],
    options: RunOptions = {},
  ): Promise<Awaited<ReturnType<this['forward']>>> {
    const [outer] = currentRuns();
    checkProgram(this);
    const scope = scopeOf(this, options, outer);
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are those of the subclass's forward
      const forward = this.forward as (given: unknown) => Promise<Awaited<ReturnType<this['forward']>>>;
      return await runStorage().run(scope, () => forward.call(this, inputs));
    } finally {
      scope.ended = true;
    }
  }

  /**
   * {@link run}, read while it goes on: a loop over the stream gets what its predictors show, field by field, and when
   * they begin and end. The run starts at once.
   */
  stream(
    inputs: Parameters<this['forward']>[0],
    options: RunOptions = {},
  ): ProgramStream<Awaited<ReturnType<this['forward']>>> {
    return new ProgramStream({
      run: (onEvent, signal) => this.run(inputs, watched(options, onEvent, signal)),
      fieldsOf: (path) =>
        path === undefined
          ? (this['~compiled']?.outputs ?? [])
          : (this.namedPredictors().get(path)?.fields ?? []),
    });
  }

  /**
   * The signatures of the predictors by path: `triage`, `steps[0]`, `byName.first`, `inner.triage`.
   *
   * @throws MissingArtifactError, StaleArtifactError, also those of the signatures
   */
  namedPredictors(): ReadonlyMap<string, SignatureSpec> {
    checkProgram(this);
    return new Map(
      [...PredictorPaths.of(this).now()].map(([predictor, { path }]) => [path, predictor.artifact.spec]),
    );
  }

  /**
   * The messages that one predictor would send in a run of the program, byte for byte.
   *
   * @param path as {@link namedPredictors} names it
   * @param inputs of the predictor's signature
   * @throws UsageError for a path that is not there, InputError, MissingArtifactError, StaleArtifactError
   */
  async renderPredictor(path: string, inputs: object, options: RunOptions = {}): Promise<readonly Message[]> {
    const [{ call }] = await this['~requests'](path, inputs, options);
    return call.messages;
  }

  /**
   * Every request of one predictor in a run of the program, for tools that show them.
   *
   * @param answer stands for the reply to the first of two requests
   */
  async '~requests'(
    path: string,
    inputs: object,
    options: RunOptions = {},
    answer = '',
  ): Promise<readonly [PlannedRequest, ...PlannedRequest[]]> {
    const [outer] = currentRuns();
    checkProgram(this);
    const predictors = [...PredictorPaths.of(this).now()];
    const found = predictors.find(([, place]) => place.path === path);
    if (found === undefined) {
      const paths = predictors.map(([, place]) => place.path).join(', ');
      throw new UsageError(
        `Cannot render '${path}' of ${this.constructor.name}: expected the path of a predictor: ${paths}.`,
      );
    }
    const scope = scopeOf(this, options, outer);
    try {
      return await runStorage().run(scope, () => found[0]['~requests'](inputs, {}, answer));
    } finally {
      scope.ended = true;
    }
  }

  /**
   * The tuned state that a run uses where it is given none: of the artifacts of this program and of those in it, else
   * of the signatures. Predictors without one are left out.
   *
   * @param model id of the model that answers
   * @throws MissingArtifactError, StaleArtifactError
   */
  committedState(model: string): ProgramState {
    checkProgram(this);
    const scope = scopeOf(this, {}, undefined);
    return Object.fromEntries(
      [...PredictorPaths.of(this).now()].flatMap(([predictor, { path }]) => {
        const { spec, states } = predictor.artifact;
        const variants = [
          ...scope.statesOf(predictor, spec.id).map((one) => one.variants),
          states?.[''] ?? {},
        ];
        const state = variants.map((one) => variantFor(one, model)?.state).find((one) => one !== undefined);
        return state === undefined ? [] : [[path, state] as const];
      }),
    );
  }
}

function scopeOf(module: Module, options: RunOptions, outer: RunScope | undefined): RunScope {
  const paths = PredictorPaths.of(module);
  let calls = 0;
  return {
    nextCall: () => calls++,
    options,
    outer,
    ended: false,
    pathOf: (predictor) => paths.placeOf(predictor)?.path,
    statesOf: (predictor, signature) =>
      (paths.placeOf(predictor)?.modules ?? []).flatMap(({ module: holder, path }): CommittedState[] => {
        const artifact = programArtifact(holder);
        // A state that was tuned for another signature is never used.
        if (artifact === undefined || ownMember(artifact.predictors, path)?.signature !== signature)
          return [];
        const variants = ownMember(artifact.states, path);
        if (variants === undefined) return [];
        noteStaleState(artifact.id, statusOf(path, artifact.optimized), currentContext().onStale);
        return [{ variants, templates: ownMember(artifact.templates, path) }];
      }),
  };
}

/** Of one predictor; that of the program where an artifact does not tell them apart. */
function statusOf(path: string, optimized: ProgramStatus | undefined): OptimizedStatus | undefined {
  const predictors = optimized?.predictors;
  return predictors === undefined ? optimized : ownMember(predictors, path);
}
