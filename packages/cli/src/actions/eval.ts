import path from 'node:path';
import { evaluate, evaluationRecord, rowLine, type Evaluation } from '@sigil/evaluate';
import type { Example } from '@sigil/spec';
import { readRows } from '../dataset/read-rows.js';
import { chooseMetric } from '../metric/choose-metric.js';
import type { ChosenMetric } from '../metric/metric-of-file.js';
import { startModel, type ModelOptions, type StartedModel } from '../model/start-model.js';
import type { UserCode } from '../project/import-user-code.js';
import { openProject } from '../project/open-project.js';
import { countReasks } from '../project/count-reasks.js';
import { openProgram, type OpenedProgram } from '../project/open-program.js';
import { defaultAdapter } from '../project/run-key.js';
import { tellError, tellInterrupted } from '../report/tell-error.js';
import { evalJson, evalText, type EvalResult } from '../report/eval-report.js';
import { evalProgress } from '../report/eval-progress.js';
import { keptText } from '../report/kept-text.js';
import { chooseState, type ChosenState } from '../state/choose-state.js';
import { describeAdapters } from '../state/describe-state.js';
import { resultFile, type InputFile, type ResultFile } from '../store/result-file.js';
import { givenRunFolder, newRunFolder, type RunFolder } from '../store/run-folder.js';
import { errorExitCode, interruptedExitCode } from '../terminal/exit-codes.js';
import { startWork, type LongWork } from '../terminal/long-work.js';
import { count, plural } from '../terminal/number-text.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil eval` was told. */
export interface EvalOptions extends ModelOptions {
  readonly data: string;
  readonly metric: string;
  readonly limit?: number;
  readonly state: string;
  readonly adapter?: string;
  readonly out?: string;
  readonly save?: string;
  readonly json?: true;
}

/** One evaluation: everything that was chosen and checked before the first call. */
interface Run {
  readonly shell: Shell;
  readonly options: EvalOptions;
  readonly work: LongWork;
  readonly opened: OpenedProgram;
  readonly metric: ChosenMetric;
  readonly dataset: readonly Example[];
  /** That of `--out`. */
  readonly out: ResultFile | undefined;
  readonly model: StartedModel;
  readonly chosen: ChosenState;
  readonly record: RunFolder;
}

/** Runs `sigil eval`. */
export async function runEval(shell: Shell, target: string, options: EvalOptions): Promise<number> {
  const work = startWork(shell);
  try {
    return await score(await prepare(shell, target, options, work));
  } catch (error) {
    if (!work.signal.aborted) throw error;
    work.end();
    tellInterrupted(shell, 'Stopped.\n', options.json === true);
    return interruptedExitCode;
  } finally {
    work.end();
  }
}

async function prepare(shell: Shell, target: string, options: EvalOptions, work: LongWork): Promise<Run> {
  const project = await openProject(shell.cwd);
  const { root, code, config } = project;
  const opened = await openProgram(project, target, shell.cwd, work.warn);
  const metric = await chooseMetric(options.metric, {
    root,
    cwd: shell.cwd,
    configured: config.metrics ?? {},
    importFile: code.importFile,
  });
  const { data: file, limit } = options;
  const dataset = await readRows(opened.target, { file, limit, compared: metric.outputs });
  const out =
    options.out === undefined
      ? undefined
      : resultFile(options.out, shell.cwd, inputsOf(code, options, shell.cwd), shell.terminal);
  const model = await startModel(project, shell.env, options, work);
  const chosen = await chooseState(options, opened, model.lm.modelId, shell.cwd, work.warn);
  const record =
    options.save === undefined
      ? newRunFolder(path.join(root, '.sigil/runs'), 'eval', opened.name, shell.today())
      : givenRunFolder(path.resolve(shell.cwd, options.save));
  return { shell, options, work, opened, metric, dataset, out, model, chosen, record };
}

/** Every file of the run that is not to be written over. */
function inputsOf({ imported }: UserCode, { data, state }: EvalOptions, cwd: string): readonly InputFile[] {
  return [
    { file: path.resolve(cwd, data), what: 'the dataset' },
    ...(state.endsWith('.json') ? [{ file: path.resolve(cwd, state), what: 'the state' }] : []),
    ...imported().map((file) => ({ file, what: 'a source' })),
  ];
}

async function score(run: Run): Promise<number> {
  const { shell, options, work, opened, metric, dataset, model, chosen, record } = run;
  const startedAt = shell.now();
  const progressOf = evalProgress(dataset.length, metric.name);
  const program = countReasks(opened.program);
  const evaluation = await evaluate({
    program: program.program,
    dataset,
    metric: metric.metric,
    metricName: metric.name,
    lm: model.lm,
    state: chosen.given,
    concurrency: model.concurrency,
    signal: work.signal,
    onRow: (row) => work.progress.update(progressOf(row)),
  });
  await model.lm.dispose?.();
  work.end();

  const problems = keep(run, evaluation);
  if (evaluation.outcome !== 'complete') {
    for (const problem of problems) tellError(shell, problem, false);
    return endEarly(run, evaluation);
  }
  const result: EvalResult = {
    program: opened.id,
    model: model.lm.modelId,
    metric: metric.name,
    data: options.data,
    rows: dataset.length,
    state: chosen.text,
    adapter: describeAdapters(chosen.state) ?? defaultAdapter,
    evaluation,
    calls: { ...model.counts(), reasks: program.reasks() },
    milliseconds: shell.now() - startedAt,
    record: path.relative(shell.cwd, record.folder),
  };
  const { out: stdout } = shell.terminal;
  stdout.write(
    options.json === true
      ? `${JSON.stringify(evalJson(result, problems), null, 2)}\n`
      : evalText(result, dataset, stdout.paint),
  );
  for (const problem of problems) tellError(shell, problem, false);
  return problems.length === 0 ? 0 : errorExitCode;
}

/**
 * Writes what the run leaves.
 *
 * @returns what could not be written: the scores were paid for, and are shown all the same
 */
function keep({ opened, metric, dataset, out, model, chosen, record }: Run, evaluation: Evaluation): Error[] {
  if (nothingHappened(evaluation, model)) {
    record.discard();
    return [];
  }
  const of = { program: opened.id, model: model.lm.modelId, metric: metric.name };
  const artifact = opened.hashWith(chosen.state);
  const lines = evaluation.rows.map((row) => rowLine(row, dataset[row.row] ?? {}, opened.fields));
  const writes = [
    () => record.writeJson('record.json', evaluationRecord({ ...of, artifact }, dataset, evaluation)),
    () => record.writeLines('rows.jsonl', lines),
    () => out !== undefined && out.write(lines.map((line) => `${line}\n`).join('')),
  ];
  return writes.flatMap((write) => {
    try {
      write();
      return [];
    } catch (error) {
      return [error instanceof Error ? error : new Error(String(error))];
    }
  });
}

/** No reply was had, so that there is nothing to keep or to go on from. */
function nothingHappened({ outcome }: Evaluation, model: StartedModel): boolean {
  return outcome !== 'complete' && model.counts().calls === 0;
}

function endEarly({ shell, options, dataset, model, record }: Run, evaluation: Evaluation): number {
  const json = options.json === true;
  const nothing = nothingHappened(evaluation, model);
  const scored = evaluation.rows.filter((row) => 'score' in row).length;
  const stopped = `Stopped after ${count(scored)} of ${plural(dataset.length, 'row')}.`;
  const left = nothing ? '\n' : ` ${keptText(model.keepsReplies(), path.relative(shell.cwd, record.folder))}`;
  if (evaluation.outcome === 'failed') {
    tellError(shell, evaluation.error, json);
    if (!nothing) shell.terminal.err.write(stopped + left);
    return errorExitCode;
  }
  tellInterrupted(shell, stopped + left, json);
  return interruptedExitCode;
}
