import { UsageError, type ProgramSpec, type TunedFile, type TunedPredictor } from '@sigil/spec';
import type { EditedTuned } from './accept-tuned.js';
import { checkPairs } from './migrate-tuned.js';
import type { Rename } from './rename.js';

/**
 * Gives states of a program the paths that their predictors have now, all at once, so that two can change places. What
 * they were tuned for stays as it is.
 *
 * @param file name of the tuned file, relative to the project root
 * @param program as it is now
 * @throws UsageError for a path that is not there, or stands twice, and for a predictor of another signature
 */
export function migratePredictors(
  file: string,
  tuned: TunedFile,
  program: ProgramSpec,
  renames: readonly Rename[],
): EditedTuned {
  for (const rename of renames) checkPath(file, tuned, program, rename);
  checkPairs(file, Object.keys(tuned.predictors), renames, 'predictor');
  const paths = new Map(renames);
  const predictors = Object.entries(tuned.predictors).map(([path, predictor]): [string, TunedPredictor] => [
    paths.get(path) ?? path,
    predictor,
  ]);
  return {
    tuned: { ...tuned, predictors: Object.fromEntries(predictors) },
    changes: renames.map(([from, to]) => `predictor '${from}' is '${to}' now, with its state as it was`),
  };
}

function checkPath(file: string, { predictors }: TunedFile, program: ProgramSpec, [from, to]: Rename): void {
  const refuse = (why: string): UsageError =>
    new UsageError(`Cannot rename predictor '${from}' to '${to}': ${why}.`);
  const before = Object.hasOwn(predictors, from) ? predictors[from] : undefined;
  if (before === undefined) {
    throw refuse(
      `${file} has no state of a predictor '${from}', expected one of: ${Object.keys(predictors).join(', ')}. ` +
        'Fields are renamed by the name of their signature',
    );
  }
  const now = Object.hasOwn(program.predictors, to) ? program.predictors[to] : undefined;
  if (now === undefined) {
    const known = Object.keys(program.predictors).join(', ');
    throw refuse(`${program.id} has no predictor '${to}', expected one of: ${known}`);
  }
  if (from === to) throw refuse('the paths are the same, expected the old path and the new one');
  if (now.signature === before.signature) return;
  throw refuse(`the one was tuned for '${before.signature}', the other uses '${now.signature}'`);
}
