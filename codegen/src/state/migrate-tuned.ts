import { valueProblems } from '@sigil/schema';
import {
  UsageError,
  type PredictorState,
  type SignatureSpec,
  type TunedFile,
  type TunedPredictor,
} from '@sigil/spec';
import type { EditedTuned } from './accept-tuned.js';
import { basisOf } from './basis.js';
import type { Rename } from './rename.js';

/**
 * Renames fields of a signature in what a state was tuned for and in its demos, all at once, so that two can change
 * their names. Hashes stay: whether the field is as it was is for the generator to say.
 *
 * @param file name of the tuned file, relative to the project root
 * @param spec of the class as it is now
 * @throws UsageError for a name that is not there, or stands twice, and for a field that the values do not fit
 */
export function migrateTuned(
  file: string,
  tuned: TunedFile,
  spec: SignatureSpec,
  renames: readonly Rename[],
): EditedTuned {
  const changes: string[] = [];
  const predictors = Object.entries(tuned.predictors).map(([path, predictor]): [string, TunedPredictor] => {
    if (predictor.signature !== spec.id) return [path, predictor];
    // A program may have been tuned after the class was edited.
    if (path !== '' && isDone(predictor, renames)) return [path, predictor];
    const notes = renames.map((rename) => checkRename(file, predictor, spec, rename));
    checkPairs(file, Object.keys(predictor.basedOn.fields), renames, 'field');
    const place = path === '' ? '' : `predictor '${path}': `;
    changes.push(...[...notes, ...mentions(predictor, renames)].map((note) => place + note));
    return [path, renamePredictor(predictor, new Map(renames))];
  });
  return { tuned: { ...tuned, predictors: Object.fromEntries(predictors) }, changes };
}

function isDone({ basedOn: { fields } }: TunedPredictor, renames: readonly Rename[]): boolean {
  return renames.every(([from, to]) => !Object.hasOwn(fields, from) && Object.hasOwn(fields, to));
}

function renamePredictor(predictor: TunedPredictor, names: ReadonlyMap<string, string>): TunedPredictor {
  const renamed = <T>(fields: { readonly [name: string]: T }): Record<string, T> =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [names.get(name) ?? name, value]));
  const variants = Object.entries(predictor.variants).map(([model, state]): [string, PredictorState] => [
    model,
    state.demos === undefined ? state : { ...state, demos: state.demos.map(renamed) },
  ]);
  const { instructions, fields } = predictor.basedOn;
  return {
    ...predictor,
    basedOn: { instructions, fields: renamed(fields) },
    variants: Object.fromEntries(variants),
  };
}

/** @returns what is renamed where */
function checkRename(
  file: string,
  { basedOn, variants }: TunedPredictor,
  spec: SignatureSpec,
  [from, to]: Rename,
): string {
  const refuse = (why: string): UsageError => new UsageError(`Cannot rename '${from}' to '${to}': ${why}.`);
  const before = Object.hasOwn(basedOn.fields, from) ? basedOn.fields[from] : undefined;
  if (before === undefined) {
    throw refuse(
      `the state in ${file} was tuned for no field '${from}', expected one of: ${Object.keys(basedOn.fields).join(', ')}`,
    );
  }
  const field = spec.fields.find(({ name }) => name === to);
  if (field === undefined) {
    const names = spec.fields.map(({ name }) => name).join(', ');
    throw refuse(`${spec.id} has no field '${to}', expected one of: ${names}`);
  }
  if (from === to) throw refuse('the names are the same, expected the old name and the new one');
  if (before[0] !== field.direction) {
    const [was, is] = field.direction === 'out' ? ['input', 'output'] : ['output', 'input'];
    throw refuse(`the one was an ${was}, the other is an ${is}, and their values do not mean the same`);
  }
  const values = Object.entries(variants).flatMap(([model, { demos = [] }]) =>
    demos.flatMap((demo, index) =>
      Object.hasOwn(demo, from)
        ? [{ place: `demos[${index}] of ${JSON.stringify(model)}`, value: demo[from] }]
        : [],
    ),
  );
  const said = `'${from}' is '${to}' now, in basedOn and in ${values.length} demo${values.length === 1 ? '' : 's'}`;
  if (before[1] === basisOf(spec).fields[to]?.[1]) return said;
  const mayBeNull = field.direction === 'out' && (field.optional === true || field.default !== undefined);
  const misfits = values
    .filter(({ value }) => !(value === null && mayBeNull))
    .flatMap(({ place, value }) => valueProblems(field, value, to).map((problem) => `${place}: ${problem}`));
  if (misfits.length === 0) return `${said}; its type is another one, which all of its values fit`;
  const shown =
    misfits.slice(0, 3).join('; ') + (misfits.length > 3 ? `; and ${misfits.length - 3} more` : '');
  throw refuse(
    `their types differ, and values do not fit (${shown}). Run 'sigil accept ${spec.id}' to go on without them`,
  );
}

/**
 * Checks that no name stands twice, and that none is taken.
 *
 * @param known all names that the state has
 * @throws UsageError
 */
export function checkPairs(
  file: string,
  known: readonly string[],
  renames: readonly Rename[],
  what: 'field' | 'predictor',
): void {
  const old = renames.map(([from]) => from);
  const rest = new Set(known.filter((name) => !old.includes(name)));
  for (const [at, [from, to]] of renames.entries()) {
    if (old.indexOf(from) !== at)
      throw new UsageError(`Cannot rename '${from}' twice: expected one new name for each ${what}.`);
    if (renames.findIndex(([, name]) => name === to) !== at)
      throw new UsageError(`Cannot rename two ${what}s to '${to}': expected one old name for each ${what}.`);
    if (!rest.has(to)) continue;
    throw new UsageError(
      `Cannot rename '${from}' to '${to}': the state in ${file} was tuned for a ${what} '${to}' too. ` +
        `Rename that one at the same time, as in '${from}=${to} ${to}=${from}', if it has another name now.`,
    );
  }
}

/** Instructions are a text of the optimizer: nothing is changed in them. */
function mentions({ variants }: TunedPredictor, renames: readonly Rename[]): readonly string[] {
  return renames.flatMap(([from]) =>
    Object.entries(variants).flatMap(([model, { instructions = [] }]) => {
      const words = new RegExp(`(?<![\\w$])${from.replaceAll('$', '\\$')}(?![\\w$])`, 'u');
      const lines = instructions.flatMap((line, at) => (words.test(line) ? [at + 1] : []));
      return lines.length === 0
        ? []
        : [
            `instructions of ${JSON.stringify(model)} say '${from}' in line ${lines.join(', ')}: they stay as they are, read them again`,
          ];
    }),
  );
}
