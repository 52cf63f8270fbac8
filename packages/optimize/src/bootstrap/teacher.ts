import { inProcessExecutor, stream } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
import { fieldsToJson } from '@sigil/schema';
import type {
  CallSettings,
  Demo,
  Example,
  Executor,
  LanguageModel,
  ProgramState,
  Rollout,
  SignatureSpec,
} from '@sigil/spec';
import { withDemos } from '../candidate/with-demos.js';
import type { SearchRun } from '../run/search-run.js';
import { labeledDemos } from '../sample/labeled-demos.js';
import type { TrainRow } from '../sample/train-row.js';

/** Who answers the training rows. Each part that is absent is the task's own. */
export interface TeacherOptions {
  /** A stronger model, say. Its rows run in this process. */
  readonly lm?: LanguageModel;
  /** Taken as it is: no labeled demos are added. */
  readonly state?: ProgramState;
  readonly settings?: CallSettings;
}

/** Answers training rows, never with a row's own answer in sight. */
export interface Teacher {
  readonly executor: Executor;
  /** The run of a row; from the second round on, one that asks for another reply. */
  rollout(row: TrainRow, round: number): Rollout;
}

/**
 * The program that gives the traces. Unless a state is given it has labeled demos.
 *
 * @param name of the candidate that the teacher serves, and of the random streams: `bootstrap 3`
 */
export function createTeacher<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  name: string,
  maxLabeledDemos: number,
  options: TeacherOptions = {},
): Teacher {
  const { program, lm, concurrency, settings } = run.task;
  const executor =
    options.lm === undefined ? run.executor : inProcessExecutor({ program, lm: options.lm, concurrency });
  const state = options.state ?? labeledState(run, name, maxLabeledDemos);
  const candidate = contentHash(state);
  const seeded = (options.lm ?? lm).capabilities.seed;
  return {
    executor,
    rollout: (row, round) => {
      const own = { ...settings, ...options.settings };
      // The same seed would only bring the same reply again.
      const seed = seeded ? { seed: (own.seed ?? run.seed) + round } : {};
      return {
        candidate,
        state: withoutRow(state, row, run.predictors),
        row: row.row,
        example: row.example,
        repetition: round,
        settings: round === 0 ? own : { ...own, temperature: 1, ...seed },
      };
    },
  };
}

function labeledState<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  name: string,
  count: number,
): ProgramState {
  const demos = [...run.predictors].map(([path, signature]): [string, Demo[]] => {
    return [
      path,
      labeledDemos(run.sets.train, signature, count, stream(run.seed, `${name}/teacher/${path}`)),
    ];
  });
  return withDemos(run.base, new Map(demos));
}

/** The same object where nothing is taken away, so that its prompt is compiled once for all such rows. */
function withoutRow(
  state: ProgramState,
  row: TrainRow,
  predictors: ReadonlyMap<string, SignatureSpec>,
): ProgramState {
  let isWhole = true;
  const others = Object.entries(state).map(([path, { demos = [] }]): [string, Demo[]] => {
    const kept = demos.filter((demo) => !hasInputsOf(demo, row, predictors.get(path)));
    isWhole &&= kept.length === demos.length;
    return [path, kept];
  });
  return isWhole ? state : withDemos(state, new Map(others));
}

/** A demo with the inputs of a row gives its answer away, whichever row it was made of. */
function hasInputsOf(demo: Demo, { example }: TrainRow, signature: SignatureSpec | undefined): boolean {
  const fields = signature?.fields ?? [];
  const values = fieldsToJson(fields, example);
  const inputs = fields.filter(({ name, direction }) => direction === 'in' && name in demo && name in values);
  if (inputs.length === 0) return false;
  return (
    contentHash(inputs.map(({ name }) => demo[name])) === contentHash(inputs.map(({ name }) => values[name]))
  );
}
