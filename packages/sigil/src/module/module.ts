import type { Program, RunOptions, SignatureSpec, StateVariants } from '@sigil/spec';
import { noteStaleState } from '../artifact/note-stale-state.js';
import { currentContext } from '../context/current-context.js';
import { currentRuns, runStorage, type RunScope } from '../context/run-scope.js';
import { PredictorPaths } from './predictor-paths.js';
import { checkProgram, programArtifact } from './program-artifact.js';

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
}

function scopeOf(module: Module, options: RunOptions, outer: RunScope | undefined): RunScope {
  const paths = PredictorPaths.of(module);
  return {
    options,
    outer,
    ended: false,
    pathOf: (predictor) => paths.placeOf(predictor)?.path,
    statesOf: (predictor, signature) =>
      (paths.placeOf(predictor)?.modules ?? []).flatMap(({ module: holder, path }): StateVariants[] => {
        const artifact = programArtifact(holder);
        // A state that was tuned for another signature is never used.
        const isSame =
          artifact !== undefined &&
          Object.hasOwn(artifact.predictors, path) &&
          artifact.predictors[path]?.signature === signature;
        const states = isSame ? artifact.states : undefined;
        const variants = states !== undefined && Object.hasOwn(states, path) ? states[path] : undefined;
        if (variants === undefined) return [];
        noteStaleState(artifact?.id ?? '', artifact?.optimized, currentContext().onStale);
        return [variants];
      }),
  };
}
