import { calledPredictor } from './called-predictor.js';

/** What came of one time that demos were bootstrapped. */
export interface BootstrapYield {
  /** Of the candidate: `bootstrap 3`. */
  readonly name: string;
  /** The score from which on a reply was accepted. */
  readonly threshold: number | undefined;
  /** Rows that the metric accepted. */
  readonly accepted: number;
  /** Replies of the teacher that were not. */
  readonly rejected: number;
  readonly unparsed: number;
  readonly thrown: number;
  /** Paths of predictors that ran in no accepted row. */
  readonly idle: readonly string[];
}

/** What a person should know of them: one sentence for each thing that went wrong, however often it did. */
export function bootstrapNotes(yields: readonly BootstrapYield[], metricName: string): readonly string[] {
  const none = yields.filter(({ accepted }) => accepted === 0);
  const paths = new Set(yields.flatMap(({ idle }) => idle));
  return [
    ...(none.length === 0 ? [] : [noneSentence(none, yields.length, metricName)]),
    ...[...paths].map((path) => {
      const idle = yields.filter((one) => one.idle.includes(path));
      const rows = total(idle, ({ accepted }) => accepted);
      return `${calledPredictor(path)} got no bootstrapped demo${
        yields.length === 1 ? '' : ` for ${share(idle, yields.length)}`
      }: it ran in none of ${rows} accepted rows.`;
    }),
  ];
}

function noneSentence(none: readonly BootstrapYield[], all: number, metricName: string): string {
  const [first] = none;
  const counts = [
    [total(none, (one) => one.rejected), `rejected by metric '${metricName}'`],
    [total(none, (one) => one.unparsed), 'that could not be read'],
    [total(none, (one) => one.thrown), 'lost to errors of the program'],
  ] as const;
  const replies = counts.reduce((sum, [count]) => sum + count, 0);
  const reasons = counts.flatMap(([count, what]) => (count === 0 ? [] : `${count} ${what}`));
  const wanted = first?.threshold === undefined ? 'above 0' : `of at least ${first.threshold}`;
  return `No demo was bootstrapped for ${share(none, all)}: none of ${replies} replies of the teacher got a score ${wanted} (${reasons.join(', ')}).`;
}

/** `'bootstrap 3'`, `17 candidates`, `3 of 17 candidates`. */
function share(some: readonly BootstrapYield[], all: number): string {
  const [first] = some;
  if (some.length === 1 && first !== undefined) return `'${first.name}'`;
  return some.length === all ? `${all} candidates` : `${some.length} of ${all} candidates`;
}

function total(yields: readonly BootstrapYield[], count: (one: BootstrapYield) => number): number {
  return yields.reduce((sum, one) => sum + count(one), 0);
}
