import type { Artifact, PlannedRequest, RunOptions } from '@sigil/spec';

/** A predictor, as a walk sees it. */
export interface Predictor {
  readonly '~kind': 'predictor';
  readonly artifact: Artifact;
  '~requests'(
    inputs: object,
    options: RunOptions,
    answer: string,
  ): Promise<readonly [PlannedRequest, ...PlannedRequest[]]>;
}

/** A predictor of a program: where it is, and the modules that lead there. */
export interface PredictorPlace {
  readonly path: string;
  /** The outermost first, each with the path of the predictor in it. */
  readonly modules: readonly { readonly module: object; readonly path: string }[];
}

/**
 * Finds the predictors of a module: in its own enumerable properties, in arrays and plain records, and in modules
 * that stand there. An object that is met twice counts where it is met first.
 *
 * The notation of a path: the names from the module to the predictor. `triage`; `support.triage` in a nested module;
 * `steps[0]` in an array; `byName.first` in a record, `byName["first try"]` where a name is no plain word.
 */
export function walkPredictors(root: object): ReadonlyMap<Predictor, PredictorPlace> {
  const found = new Map<Predictor, PredictorPlace>();
  const seen = new Set<object>();
  const visit = (value: unknown, path: string, modules: readonly Step[]): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    if (isPredictor(value)) {
      found.set(value, {
        path,
        modules: modules.map(({ module, at }) => ({ module, path: path.slice(at).replace(/^\./u, '') })),
      });
    } else if (!isModule(value) && !Array.isArray(value) && !isPlainRecord(value)) return;
    seen.add(value);
    if (isPredictor(value)) return;
    const within = isModule(value) ? [...modules, { module: value, at: path.length }] : modules;
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}[${index}]`, within));
    else for (const [name, item] of Object.entries(value)) visit(item, joinPath(path, name), within);
  };
  visit(root, '', []);
  return found;
}

interface Step {
  readonly module: object;
  /** Length of the path that leads to it. */
  readonly at: number;
}

/** A path and one more name. */
export function joinPath(path: string, name: string): string {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

function isPredictor(value: object): value is Predictor {
  return '~kind' in value && value['~kind'] === 'predictor';
}

function isModule(value: object): boolean {
  return '~kind' in value && value['~kind'] === 'module';
}

function isPlainRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
