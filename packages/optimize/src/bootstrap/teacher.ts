import { inProcessExecutor, stream } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
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
  const shown = options.state === undefined ? labeled(run, name, maxLabeledDemos) : given(options.state);
  const whole = stateOf(options.state ?? run.incumbent, shown);
  const candidate = contentHash(whole);
  const seeded = (options.lm ?? lm).capabilities.seed;
  return {
    executor,
    rollout: (row, round) => {
      const own = { ...settings, ...options.settings };
      // The same seed would only bring the same reply again.
      const seed = seeded ? { seed: (own.seed ?? run.seed) + round } : {};
      return {
        candidate,
        // One object for all rows that take nothing away, so that their prompt is compiled once.
        state: withoutRow(whole, shown, row, run.predictors),
        row: row.row,
        example: row.values,
        repetition: round,
        settings: round === 0 ? own : { ...own, temperature: 1, ...seed },
      };
    },
  };
}

/** A demo of the teacher, with the row that it was read off, where that is known. */
interface ShownDemo {
  readonly demo: Demo;
  readonly row?: TrainRow;
}
type Shown = ReadonlyMap<string, readonly ShownDemo[]>;

function labeled<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  name: string,
  count: number,
): Shown {
  return new Map(
    [...run.predictors].map(([path, signature]) => {
      return [
        path,
        labeledDemos(run.sets.train, signature, count, stream(run.seed, `${name}/teacher/${path}`)),
      ];
    }),
  );
}

function given(state: ProgramState): Shown {
  return new Map(
    Object.entries(state).map(([path, { demos = [] }]) => [path, demos.map((demo) => ({ demo }))]),
  );
}

function stateOf(base: ProgramState, shown: Shown): ProgramState {
  return withDemos(base, new Map([...shown].map(([path, demos]) => [path, demos.map(({ demo }) => demo)])));
}

function withoutRow(
  whole: ProgramState,
  shown: Shown,
  row: TrainRow,
  predictors: ReadonlyMap<string, SignatureSpec>,
): ProgramState {
  const others = new Map(
    [...shown].map(([path, demos]) => [
      path,
      demos.filter((demo) => !isOwn(demo, row, predictors.get(path))),
    ]),
  );
  const isWhole = [...shown].every(([path, demos]) => demos.length === others.get(path)?.length);
  return isWhole ? whole : stateOf(whole, others);
}

/** A demo gives a row's answer away when it was read off that row, or has the same inputs. */
function isOwn(
  { demo, row: source }: ShownDemo,
  row: TrainRow,
  signature: SignatureSpec | undefined,
): boolean {
  if (source?.key === row.key) return true;
  const inputs = signature?.fields.filter(
    ({ name, direction }) => direction === 'in' && name in demo && name in row.values,
  );
  const values = (of: Demo): unknown => inputs?.map(({ name }) => of[name]);
  return (
    inputs !== undefined && inputs.length > 0 && contentHash(values(demo)) === contentHash(values(row.values))
  );
}
