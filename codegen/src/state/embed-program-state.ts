import {
  TunedFileError,
  type OptimizedStatus,
  type ProgramSpec,
  type ProgramStatus,
  type SignatureSpec,
  type StateVariants,
  type TunedFile,
  type TunedPredictor,
} from '@sigil/spec';
import { embedState } from './embed-state.js';
import type { InnerStates } from './inner-states.js';
import { lostPredictors, migrateCommand } from './moved-predictors.js';

/** What of a program's tuned state is still used. */
export interface EmbeddedProgramState {
  /** By predictor path. */
  readonly states: { readonly [path: string]: StateVariants };
  readonly optimized: ProgramStatus;
  /** Demos that show a model nothing, one sentence for each variant. */
  readonly remarks: readonly string[];
}

/**
 * Decides what of a tuned state is still valid for a program: the states of predictors that are where they were and
 * use the signature they were tuned with, as far as that is what it was. All that is left out is said.
 *
 * @param file for messages, relative to the project root
 * @param signatures by id
 * @param inner the states that the predictors have without the program
 * @throws TunedFileError when a demo does not fit a field that did not change: somebody edited it
 */
export function embedProgramState(
  file: string,
  tuned: TunedFile,
  program: Pick<ProgramSpec, 'predictors'>,
  signatures: ReadonlyMap<string, SignatureSpec>,
  inner: InnerStates = {},
): EmbeddedProgramState {
  const states: [string, StateVariants][] = [];
  const unfit: [string, OptimizedStatus][] = [];
  const statuses: OptimizedStatus['status'][] = [];
  const changed: string[] = [];
  const problems: string[] = [];
  const remarks: string[] = [];
  const leaveOut = (status: OptimizedStatus['status'], why: string): void => {
    statuses.push(status);
    changed.push(`${why}: its tuned state is not used`);
  };
  const lost = new Map(lostPredictors(tuned, program).map((one) => [one.path, one.movedTo]));
  const renamed = (path: string): string => {
    const to = lost.get(path);
    return to === undefined
      ? ''
      : ` (if it is '${to}' now, run '${migrateCommand(tuned.program, [[path, to]])}' to keep its state)`;
  };
  for (const [path, predictor] of inProgramOrder(tuned, program)) {
    const now = Object.hasOwn(program.predictors, path) ? program.predictors[path]?.signature : undefined;
    const spec = signatures.get(predictor.signature);
    if (now === undefined) leaveOut('partial', `predictor '${path}' was removed${renamed(path)}`);
    else if (now !== predictor.signature) {
      leaveOut('stale', `predictor '${path}' used '${predictor.signature}' and uses '${now}' now`);
    } else if (spec === undefined) {
      leaveOut('stale', `predictor '${path}' uses '${now}', which is not among the sources`);
    } else {
      try {
        const { variants, optimized: own, remarks: found } = embedState(file, predictor, spec);
        remarks.push(...found.map((sentence) => `predictor '${path}': ${sentence}`));
        const optimized = withInner(own, predictor.inner, inner[path]);
        states.push([path, variants]);
        statuses.push(optimized.status);
        const said = optimized.changed.map((sentence) => `predictor '${path}': ${sentence}`);
        if (optimized.status !== 'fresh') unfit.push([path, { status: optimized.status, changed: said }]);
        changed.push(...said);
      } catch (error) {
        if (!TunedFileError.isInstance(error)) throw error;
        problems.push(...error.problems.map((problem) => `predictors[${JSON.stringify(path)}]: ${problem}`));
      }
    }
  }
  if (problems.length > 0) throw new TunedFileError(file, problems);
  return {
    states: Object.fromEntries(states),
    remarks,
    optimized: {
      status: worst(statuses),
      changed,
      ...(unfit.length === 0 ? {} : { predictors: Object.fromEntries(unfit) }),
    },
  };
}

/** A state that a predictor got by itself meanwhile is not seen in the program. */
function withInner(
  { status, changed }: OptimizedStatus,
  before: string | undefined,
  now: string | undefined,
): OptimizedStatus {
  if (before === now) return { status, changed };
  const said = `the tuned state that it has by itself is another one (${before ?? 'none'} to ${now ?? 'none'}), and is not used here`;
  return { status: status === 'fresh' ? 'partial' : status, changed: [...changed, said] };
}

/** As the program has them; then those that it has no more. */
function inProgramOrder(
  { predictors }: TunedFile,
  program: Pick<ProgramSpec, 'predictors'>,
): readonly (readonly [path: string, tuned: TunedPredictor])[] {
  const order = Object.keys(program.predictors);
  const rank = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);
  return Object.entries(predictors).toSorted(([a], [b]) => rank(a) - rank(b));
}

function worst(statuses: readonly OptimizedStatus['status'][]): OptimizedStatus['status'] {
  if (statuses.includes('stale')) return 'stale';
  return statuses.includes('partial') ? 'partial' : 'fresh';
}
