import { rowPlace, type Evaluation } from '@sigil/evaluate';
import type { CallCounts } from '../model/count-calls.js';
import { defaultAdapter } from '../project/run-key.js';
import type { Paint } from '../terminal/channel.js';
import { duration } from '../terminal/duration.js';
import { count, percent, plural } from '../terminal/number-text.js';
import { table } from '../terminal/table.js';
import { errorJson } from './tell-error.js';

/** What was evaluated, and what came of it. */
export interface EvalResult {
  /** Id of the class. */
  readonly program: string;
  /** The dataset, as the user named it. */
  readonly data: string;
  /** Rows of the dataset that were to be run. */
  readonly rows: number;
  readonly metric: string;
  readonly model: string;
  /** What state was run, in words: `the bare signature`, `src/ticket.opt.json, 4 demos`. */
  readonly state: string;
  /** Its id: `json/1`. Where predictors have others than the usual one: `triage: json/1`. */
  readonly adapter: string;
  readonly evaluation: Evaluation;
  readonly calls: CallCounts & { readonly reasks: number };
  readonly milliseconds: number;
  /** Where the record is, relative to the current folder. */
  readonly record: string;
}

/**
 * The result of `sigil eval` for a person.
 *
 * @param dataset the rows that were run
 */
export function evalText(result: EvalResult, dataset: readonly object[], paint: Paint): string {
  const { evaluation, calls } = result;
  const rows = [
    [result.metric, paint.bold(percent(evaluation.mean)), interval(evaluation)],
    [
      'parsed',
      `${count(evaluation.parsed.count)}/${count(result.rows)}`,
      `(${percent(evaluation.parsed.share)})`,
    ],
    ['model', result.model],
    ['state', result.state],
    ...(result.adapter === defaultAdapter ? [] : [['adapter', result.adapter]]),
    ['calls', callText(calls)],
    ['time', duration(result.milliseconds)],
    ['record', result.record],
  ];
  return `${paint.bold(result.program)} on ${result.data}, ${plural(result.rows, 'row')}\n\n${keyTable(rows, paint)}${misses(evaluation, dataset, paint)}`;
}

/**
 * The same as a plain object, for `--json`.
 *
 * @param problems what could not be written
 */
export function evalJson(result: EvalResult, problems: readonly Error[]): object {
  const { evaluation, ...rest } = result;
  const { outcome, mean, interval: within, parsed, counts } = evaluation;
  return {
    ...rest,
    milliseconds: Math.round(result.milliseconds),
    outcome,
    mean,
    interval: within,
    parsed,
    counts,
    ...(problems.length === 0 ? {} : { problems: problems.map(errorJson) }),
  };
}

/** Rows of a key and its values; the values of the first two keys stand in columns. */
function keyTable(rows: readonly (readonly string[])[], paint: Paint): string {
  return table(rows.map(([key = '', ...values]) => [paint.dim(key), values.join('  ')]));
}

function interval({ interval: { low, high, level } }: Evaluation): string {
  return `(${Math.round(level * 100)} % interval ${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;
}

/** `203, 3 to ask again, 41 from the cache, 52,310 tokens in, 1,204 out`. */
export function callText(calls: CallCounts & { readonly reasks?: number }): string {
  const reasks =
    calls.reasks === undefined || calls.reasks === 0 ? [] : [`${count(calls.reasks)} to ask again`];
  const cached = calls.cached === 0 ? [] : [`${count(calls.cached)} from the cache`];
  const tokens =
    calls.inputTokens + calls.outputTokens === 0
      ? []
      : [`${count(calls.inputTokens)} tokens in, ${count(calls.outputTokens)} out`];
  return [count(calls.calls), ...reasks, ...cached, ...tokens].join(', ');
}

/** Why rows were not parsed: the first row of each kind. */
function misses(evaluation: Evaluation, dataset: readonly object[], paint: Paint): string {
  const kinds = [
    ['unparsed', 'could not be parsed'],
    ['program-error', 'made the program throw'],
  ] as const;
  const lines = kinds.flatMap(([outcome, words]) => {
    const first = evaluation.rows.find((row) => row.outcome === outcome);
    if (first === undefined || !('error' in first)) return [];
    const reason = first.error instanceof Error ? first.error.message : String(first.error);
    const place = rowPlace(dataset[first.row] ?? {});
    const where = place === undefined ? `row ${first.row + 1}` : `${place.file}:${place.line}`;
    return [`  ${plural(evaluation.counts[outcome], 'row')} ${words}. The first is ${where}: ${reason}`];
  });
  return lines.length === 0 ? '' : `\n${paint.yellow(lines.join('\n'))}\n`;
}
