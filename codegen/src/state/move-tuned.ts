import type { TunedFile, TunedPredictor } from '@sigil/spec';
import type { EditedTuned } from './accept-tuned.js';

/**
 * Gives the state of a class to the same class under another name or in another file.
 *
 * @param to its id now
 */
export function moveTuned(tuned: TunedFile, to: string): EditedTuned {
  const from = tuned.program;
  const predictors = Object.entries(tuned.predictors).map(([path, predictor]): [string, TunedPredictor] => [
    path,
    predictor.signature === from ? { ...predictor, signature: to } : predictor,
  ]);
  return {
    tuned: { ...tuned, program: to, predictors: Object.fromEntries(predictors) },
    changes: from === to ? [] : [`'${from}' is '${to}' now`],
  };
}
