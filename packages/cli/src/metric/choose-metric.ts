import { existsSync } from 'node:fs';
import path from 'node:path';
import { builtInMetrics } from '@sigil/evaluate';
import { UsageError, type Metric } from '@sigil/spec';

/** A metric and what records call it. */
export interface NamedMetric {
  /** `exact-match`, `f1:answer`, `src/metrics.ts#sameTeam`. */
  readonly name: string;
  readonly metric: Metric;
  /** Outputs that it compares: every row must tell one of them. Unknown for a metric of the user. */
  readonly outputs: readonly string[] | 'all' | undefined;
}

/** What a metric may be chosen from. */
export interface MetricSources {
  /** Project root: names of files are relative to it. */
  readonly root: string;
  /** Paths that the user gives are relative to it. */
  readonly cwd: string;
  /** The `metrics` of the config. */
  readonly configured: Readonly<Record<string, Metric>>;
  readonly importFile: (file: string) => Promise<Readonly<Record<string, unknown>>>;
}

/**
 * The metric that `--metric` names: a built-in one, alone or on some outputs (`f1:answer`), one of the config, or an
 * export of a file (`./metrics.ts#sameTeam`).
 *
 * @throws UsageError when there is no such metric
 */
export async function chooseMetric(text: string, sources: MetricSources): Promise<NamedMetric> {
  const configured = new Map(Object.entries(sources.configured)).get(text);
  if (configured !== undefined) return { name: text, metric: configured, outputs: undefined };
  const whole = builtInMetrics.get(text);
  if (whole !== undefined) return { name: text, metric: whole, outputs: 'all' };
  const [, name = '', fields = ''] = /^([a-z0-9-]+):(.+)$/.exec(text) ?? [];
  const [first, ...others] = fields.split(',').map((field) => field.trim());
  const base = builtInMetrics.get(name);
  if (base !== undefined && first !== undefined) {
    return { name: text, metric: base.on(first, ...others), outputs: [first, ...others] };
  }
  if (text.includes('#')) return fromFile(text, sources);
  const known = [...builtInMetrics.keys(), ...Object.keys(sources.configured)];
  throw new UsageError(
    `Cannot use the metric '${text}': expected one of ${known.join(', ')}, ` +
      `one of these on some outputs ('f1:answer'), or an export of a file ('./metrics.ts#myMetric').`,
  );
}

async function fromFile(text: string, { root, cwd, importFile }: MetricSources): Promise<NamedMetric> {
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
