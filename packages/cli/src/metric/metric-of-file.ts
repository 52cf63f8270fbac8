import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError, type Metric } from '@sigil/spec';

/** A metric and what records call it. */
export interface ChosenMetric {
  /** `exact-match`, `f1:answer`, `src/metrics.ts#sameTeam`. */
  readonly name: string;
  readonly metric: Metric;
  /** Outputs that it compares: every row must tell one of them. Unknown for a metric of the user. */
  readonly outputs: readonly string[] | 'all' | undefined;
}

/** Where files are looked for, and how they are run. */
export interface FileSources {
  /** Project root: names of files are relative to it. */
  readonly root: string;
  /** Paths that the user gives are relative to it. */
  readonly cwd: string;
  readonly importFile: (file: string) => Promise<Readonly<Record<string, unknown>>>;
}

/**
 * The metric that is an export of a file: `./metrics.ts#sameTeam`.
 *
 * @throws UsageError when there is no such file, or no such function in it
 */
export async function metricOfFile(
  text: string,
  { root, cwd, importFile }: FileSources,
): Promise<ChosenMetric> {
  const at = text.lastIndexOf('#');
  const [given, name] = [text.slice(0, at), text.slice(at + 1)];
  const file = path.resolve(cwd, given);
  if (!existsSync(file))
    throw new UsageError(`Cannot load the metric '${text}': there is no file ${given}. Check the path.`);
  const metric = new Map(Object.entries(await importFile(file))).get(name);
  const shown = path.relative(root, file).split(path.sep).join('/');
  if (isMetric(metric)) return { name: `${shown}#${name}`, metric, outputs: undefined };
  const found = metric === undefined ? 'there is no such export' : `it is a ${typeof metric}, not a function`;
  throw new UsageError(
    `Cannot use the metric '${text}': ${found}. ` +
      `Write in ${shown}: export function ${name === '' ? 'myMetric' : name}(row, answer) { return row.team === answer.team; }`,
  );
}

function isMetric(value: unknown): value is Metric {
  return typeof value === 'function';
}
