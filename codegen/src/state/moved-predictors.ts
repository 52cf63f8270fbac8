import type { ProgramSpec, TunedFile } from '@sigil/spec';
import type { Rename } from './rename.js';

/** A predictor whose state has no place in the program any more, and where that can be now. */
export interface LostPredictor {
  readonly path: string;
  /** Paths with its signature that have no state for it. */
  readonly places: readonly string[];
  /** The one of them that nothing else can have come from. */
  readonly movedTo?: string;
}

/** Predictors of a tuned file that the program does not have under their path with their signature. */
export function lostPredictors(
  tuned: TunedFile,
  { predictors }: Pick<ProgramSpec, 'predictors'>,
): readonly LostPredictor[] {
  const signatureAt = (all: TunedFile['predictors'] | ProgramSpec['predictors'], path: string) =>
    Object.hasOwn(all, path) ? all[path]?.signature : undefined;
  const lost = Object.entries(tuned.predictors).filter(
    ([path, { signature }]) => signatureAt(predictors, path) !== signature,
  );
  return lost.map(([path, { signature }]) => {
    const places = Object.keys(predictors).filter(
      (place) =>
        signatureAt(predictors, place) === signature && signatureAt(tuned.predictors, place) !== signature,
    );
    const alike = lost.filter(([, other]) => other.signature === signature);
    const [only] = places;
    const isOnly = places.length === 1 && alike.length === 1 && only !== undefined;
    return { path, places, ...(isOnly ? { movedTo: only } : {}) };
  });
}

/**
 * The command that gives states the paths that their predictors have now: all at once, since one may have the path of
 * another.
 */
export function migrateCommand(program: string, renames: readonly Rename[]): string {
  return ['sigil migrate', program, ...renames.map((pair) => shellWord(pair.join('=')))].join(' ');
}

/** A path in brackets means files to a shell. */
function shellWord(text: string): string {
  return /^[\w.=-]+$/u.test(text) ? text : `"${text.replaceAll(/["\\$`]/gu, (sign) => `\\${sign}`)}"`;
}
