import type { Example, Metric, Prediction } from '@sigil/spec';

/**
 * A metric that compares outputs with the same fields of the row. It throws an Error for a row that tells none of them,
 * which ends an evaluation as a metric error.
 */
export interface FieldMetric extends Metric {
  /**
   * The same metric on these outputs only.
   *
   * @example
   * ```ts
   * await evaluate({ program, dataset: rows, lm, metric: exactMatch.on('team') });
   * ```
   */
  on<K extends string>(...fields: readonly [K, ...K[]]): Metric<FieldsOf<K>, FieldsOf<K>>;
}

/** Anything that may have these fields. */
export type FieldsOf<K extends string> = Partial<Readonly<Record<K, unknown>>>;

/** How one output is judged, and how several make one score. */
export interface FieldJudge {
  /** Name in records, and in the command line. */
  readonly name: string;
  /** From 0 to 1; `undefined` for an expectation of a kind that it does not judge. */
  readonly judge: (expected: unknown, predicted: unknown) => number | undefined;
  /** Of at least one score. */
  readonly combine: (scores: readonly number[]) => number;
}

/**
 * A metric from the judgment of one output. Only outputs that the row tells count (not a reasoning, say), and a row
 * that tells none of them cannot be scored. An expected null is also met by an output that is absent.
 */
export function fieldMetric({ name, judge, combine }: FieldJudge): FieldMetric {
  const score = (example: Example, prediction: Prediction, fields: readonly string[]): number => {
    const scores = fields.flatMap((field) => {
      const expected = example[field];
      if (expected === undefined) return [];
      return judge(expected, expected === null ? (prediction[field] ?? null) : prediction[field]) ?? [];
    });
    if (scores.length > 0) return combine(scores);
    throw new Error(
      `the row has no expected value that ${name} can compare, looked for: ${fields.join(', ')}`,
    );
  };
  const on: FieldMetric['on'] = (...fields) => {
    return named(`${name}:${fields.join(',')}`, (row, prediction) =>
      score({ ...row }, { ...prediction }, fields),
    );
  };
  const all: Metric = (row, prediction) => score(row, prediction, Object.keys(prediction));
  return Object.assign(named(name, all), { on });
}

// Records and events tell metrics by the name of the function.
function named<F extends object>(name: string, metric: F): F {
  return Object.defineProperty(metric, 'name', { value: name });
}
