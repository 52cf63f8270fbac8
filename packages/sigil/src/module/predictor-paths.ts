import { walkPredictors, type Predictor, type PredictorPlace } from './walk-predictors.js';

const pathsOfModules = new WeakMap<object, PredictorPaths>();

/** The predictors of one module: walked on first use, and again when a predictor turns up that was not there. */
export class PredictorPaths {
  readonly #module: object;
  #places: ReadonlyMap<object, PredictorPlace>;

  private constructor(module: object) {
    this.#module = module;
    this.#places = walkPredictors(module);
  }

  /** Those of a module, kept with it. */
  static of(module: object): PredictorPaths {
    const known = pathsOfModules.get(module);
    if (known !== undefined) return known;
    const fresh = new PredictorPaths(module);
    pathsOfModules.set(module, fresh);
    return fresh;
  }

  /** Where a predictor is; undefined for one that is no part of the module. */
  placeOf(predictor: object): PredictorPlace | undefined {
    if (!this.#places.has(predictor)) this.#places = walkPredictors(this.#module);
    return this.#places.get(predictor);
  }

  /** All predictors as they are now. */
  now(): ReadonlyMap<Predictor, PredictorPlace> {
    const places = walkPredictors(this.#module);
    this.#places = places;
    return places;
  }
}
