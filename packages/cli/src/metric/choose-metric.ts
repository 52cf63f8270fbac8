import { builtInMetrics } from '@sigil/evaluate';
import { UsageError, type Metric } from '@sigil/spec';
import { metricOfFile, type FileSources, type ChosenMetric } from './metric-of-file.js';

/** What a metric may be chosen from. */
export interface MetricSources extends FileSources {
  /** The `metrics` of the config. */
  readonly configured: Readonly<Record<string, Metric>>;
}

/**
 * The metric that `--metric` names: a built-in one, alone or on some outputs (`f1:answer`), one of the config, or an
 * export of a file (`./metrics.ts#sameTeam`).
 *
 * @throws UsageError when there is no such metric
 */
export async function chooseMetric(text: string, sources: MetricSources): Promise<ChosenMetric> {
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
  if (text.includes('#')) return metricOfFile(text, sources);
  const known = [...builtInMetrics.keys(), ...Object.keys(sources.configured)];
  throw new UsageError(
    `Cannot use the metric '${text}': expected one of ${known.join(', ')}, ` +
      `one of these on some outputs ('f1:answer'), or an export of a file ('./metrics.ts#myMetric').`,
  );
}
