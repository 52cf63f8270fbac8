/** A predictor at the start of a sentence: that of a lone signature has no path. */
export function calledPredictor(path: string): string {
  return path === '' ? 'The predictor' : `Predictor '${path}'`;
}
