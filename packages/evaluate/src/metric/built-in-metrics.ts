import { exactMatch } from './exact-match.js';
import { f1 } from './f1.js';
import type { FieldMetric } from './field-metric.js';
import { includes } from './includes.js';

/**
 * The built-in metrics by name.
 *
 * @example
 * ```ts
 * [...builtInMetrics.keys()]; // -> ['exact-match', 'f1', 'includes']
 * ```
 */
export const builtInMetrics: ReadonlyMap<string, FieldMetric> = new Map(
  [exactMatch, f1, includes].map((metric) => [metric.name, metric]),
);
