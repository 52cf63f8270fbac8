import { TunedFileError, type SignatureSpec, type TunedFile, type TunedPredictor } from '@sigil/spec';

/**
 * The one predictor of the tuned file of a signature.
 *
 * @throws TunedFileError where it is missing, has another signature, or is not alone
 */
export function onlyPredictor(file: string, tuned: TunedFile, spec: SignatureSpec): TunedPredictor {
  const predictor = tuned.predictors[''];
  const others = Object.keys(tuned.predictors).filter((path) => path !== '');
  const problems = others.map(
    (path) => `predictors[${JSON.stringify(path)}] is no predictor of a signature, wanted "" only`,
  );
  if (predictor === undefined) problems.push('predictors[""] is missing');
  else if (predictor.signature !== spec.id) {
    problems.push(
      `predictors[""].signature is ${JSON.stringify(predictor.signature)}, wanted ${JSON.stringify(spec.id)}`,
    );
  }
  if (predictor === undefined || problems.length > 0) throw new TunedFileError(file, problems);
  return predictor;
}
