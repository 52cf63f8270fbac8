import type { TunedFile, TunedPredictor, PredictorState, Evidence } from '@sigil/spec';

/**
 * The text of an `x.opt.json`: what a person reviews. Maps are sorted by key, lists keep their order, each line of the
 * instructions and each value of a demo has a line of its own.
 */
export function serializeTunedFile(tuned: TunedFile): string {
  const file = {
    format: tuned.format,
    program: tuned.program,
    predictors: sorted(tuned.predictors, predictor),
    evidence: sorted(tuned.evidence, orderedEvidence),
  };
  return `${print(file, [])}\n`;
}

function predictor({ signature, basedOn, inner, variants }: TunedPredictor): TunedPredictor {
  return {
    signature,
    basedOn: { instructions: basedOn.instructions, fields: sorted(basedOn.fields, (field) => field) },
    ...(inner === undefined ? {} : { inner }),
    variants: sorted(variants, orderedState),
  };
}

function orderedState({ adapter, instructions, demos }: PredictorState): PredictorState {
  return {
    ...(adapter === undefined ? {} : { adapter }),
    ...(instructions === undefined ? {} : { instructions }),
    ...(demos === undefined ? {} : { demos }),
  };
}

function orderedEvidence(evidence: Evidence): Evidence {
  const { optimizer, seed, model, metric, data, scores, confirmation, calls, testLooks } = evidence;
  return { optimizer, seed, model, metric, data, scores, confirmation, calls, testLooks };
}

function sorted<T>(map: Readonly<Record<string, T>>, order: (value: T) => T): Record<string, T> {
  const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, order(value)]));
}

/** Values that are read at one glance and stand on one line; `*` is any name. */
const ON_ONE_LINE = [
  'predictors.*.basedOn.fields.*',
  'predictors.*.basedOn.fields.*.*',
  'evidence.*.data',
  'evidence.*.scores.*',
  'evidence.*.confirmation',
].map((path) => path.split('.'));

function print(value: unknown, path: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const items = Array.isArray(value)
    ? value.map((item) => print(item, [...path, '']))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${JSON.stringify(name)}: ${print(member, [...path, name])}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return `${open}${close}`;
  const isShort = ON_ONE_LINE.some(
    (wanted) =>
      wanted.length === path.length && wanted.every((name, at) => name === '*' || name === path[at]),
  );
  if (isShort) return open === '[' ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`;
  const inner = '  '.repeat(path.length + 1);
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${'  '.repeat(path.length)}${close}`;
}
