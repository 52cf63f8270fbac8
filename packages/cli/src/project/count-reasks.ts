import { ReplyError, type Program } from '@sigil/spec';

/** A program whose runs are watched. */
export interface CountedProgram<Out> {
  readonly program: Program<object, Out>;
  /** How often a model was shown a reply that could not be used, so far. */
  reasks(): number;
}

/** Counts how often the predictors of a program ask again. */
export function countReasks<Out>(program: Program<object, Out>): CountedProgram<Out> {
  let reasks = 0;
  return {
    reasks: () => reasks,
    program: {
      async run(inputs, options = {}) {
        try {
          return await program.run(inputs, {
            ...options,
            trace(step) {
              reasks += step.reasks ?? 0;
              options.trace?.(step);
            },
          });
        } catch (error) {
          // The predictor that gave up leaves no step. Its last attempt is not asked again.
          if (ReplyError.isInstance(error)) reasks += Math.max(0, failuresOf(error) - 1);
          throw error;
        }
      },
      namedPredictors: () => program.namedPredictors(),
      '~compiled': program['~compiled'],
    },
  };
}

function failuresOf({ report }: ReplyError): number {
  return report?.attempts.filter(({ error }) => error !== undefined).length ?? 0;
}
