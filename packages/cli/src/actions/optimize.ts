import path from 'node:path';
import { tunedFilePath } from '@sigil/codegen';
import { datasetHash } from '@sigil/evaluate';
import type { OptimizeResult } from '@sigil/optimize';
import type { JournalEvent, ProgramState } from '@sigil/spec';
import { readRowSets, type RowFiles, type RowSets } from '../dataset/read-row-sets.js';
import { chooseMetric } from '../metric/choose-metric.js';
import type { ChosenMetric } from '../metric/metric-of-file.js';
import { startModel, type ModelOptions, type StartedModel } from '../model/start-model.js';
import { checkOptimizer, chooseOptimizer, type OptimizerRequest } from '../optimizer/choose-optimizer.js';
import { testStates, type TestReport } from '../optimizer/test-states.js';
import { openProject, type Project } from '../project/open-project.js';
import { openProgram, type OpenedProgram } from '../project/open-program.js';
import { defaultAdapter } from '../project/run-key.js';
import { evalProgress } from '../report/eval-progress.js';
import { optimizeProgress } from '../report/optimize-progress.js';
import { optimizeRemarks } from '../report/optimize-remarks.js';
import { keptText } from '../report/kept-text.js';
import { tellError, tellInterrupted } from '../report/tell-error.js';
import { optimizeJson, optimizeText } from '../report/optimize-report.js';
import { inAdapter, namedAdapter } from '../state/named-adapter.js';
import { acceptState, type Accepted } from '../store/accept-state.js';
import { requireWritable } from '../store/atomic-write.js';
import { keepJournal, type Journal } from '../store/keep-journal.js';
import { newRunFolder, type RunFolder } from '../store/run-folder.js';
import { errorExitCode, interruptedExitCode } from '../terminal/exit-codes.js';
import { startWork, type LongWork } from '../terminal/long-work.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil optimize` was told. */
export interface OptimizeOptions extends ModelOptions, RowFiles, OptimizerRequest {
  readonly metric: string;
  readonly limit?: number;
  readonly seed: number;
  readonly teacher?: string;
  readonly adapter?: string;
  readonly onlyThisModel?: true;
  readonly json?: true;
}

/** One optimization: everything that was chosen and checked before the first call. */
interface Run {
  readonly shell: Shell;
  readonly project: Project;
  readonly options: OptimizeOptions;
  readonly work: LongWork;
  readonly opened: OpenedProgram;
  /** Where its tuned state is, or would be, relative to the project. */
  readonly tunedFile: string;
  /** Id of the adapter of the candidates; undefined for those of the committed state. */
  readonly adapter: string | undefined;
  readonly metric: ChosenMetric;
  readonly rows: RowSets;
  readonly record: RunFolder;
  readonly journal: Journal;
  readonly model: StartedModel;
  readonly teacher: StartedModel | undefined;
}

/** Runs `sigil optimize`. */
export async function runOptimize(shell: Shell, target: string, options: OptimizeOptions): Promise<number> {
  checkOptimizer(options, options.teacher !== undefined);
  const project = await openProject(shell.cwd);
  const work = startWork(shell);
  try {
    return await optimize(await prepare(project, shell, target, options, work));
  } catch (error) {
    if (!work.signal.aborted) throw error;
    work.end();
    tellInterrupted(shell, 'Stopped. Nothing was written.\n', options.json === true);
    return interruptedExitCode;
  } finally {
    work.end();
  }
}

async function prepare(
  project: Project,
  shell: Shell,
  target: string,
  options: OptimizeOptions,
  work: LongWork,
): Promise<Run> {
  const { root, code, config } = project;
  const opened = await openProgram(project, target, shell.cwd, work.warn);
  const adapter = options.adapter === undefined ? undefined : await namedAdapter(options.adapter);
  const tunedFile = await tunedFilePath(root, opened.source, opened.name);
  requireWritable(path.join(root, tunedFile));
  const metric = await chooseMetric(options.metric, {
    root,
    cwd: shell.cwd,
    configured: config.metrics ?? {},
    importFile: code.importFile,
  });
  const request = { limit: options.limit, compared: metric.outputs };
  const rows = await readRowSets(opened.target, options, options.seed, request);
  const model = await startModel(project, shell.env, options, work);
  const teacher =
    options.teacher === undefined
      ? undefined
      : await startModel(project, shell.env, options, work, options.teacher);
  const record = newRunFolder(path.join(root, '.sigil/runs'), 'optimize', opened.name, shell.today());
  const journal = keepJournal(record, work.warn);
  return {
    shell,
    project,
    options,
    work,
    opened,
    tunedFile,
    adapter,
    metric,
    rows,
    record,
    journal,
    model,
    teacher,
  };
}

async function optimize(run: Run): Promise<number> {
  const { shell, options, work, opened, metric, record, journal, model } = run;
  const startedAt = shell.now();
  const result = await searchOrDiscard(run);
  if (result.outcome === 'failed' || result.outcome === 'cancelled') return endEarly(run, result);
  const { written, isNew } = await acceptOrTell(run, result);
  const { test, problem } = await testOf(run, result);
  await model.lm.dispose?.();
  work.end();

  const report = {
    program: opened.id,
    optimizer: options.optimizer,
    seed: options.seed,
    metric: metric.name,
    model: model.lm.modelId,
    ...(run.adapter === undefined ? {} : { adapter: run.adapter }),
    result,
    test,
    written,
    isNew,
    calls: model.counts(),
    milliseconds: shell.now() - startedAt,
    record: path.relative(shell.cwd, record.folder),
  };
  const unkept = journal.end({ format: 1, ...optimizeJson(report) });
  const problems = [problem, unkept].filter((each) => each !== undefined);
  const { out, err } = shell.terminal;
  out.write(
    options.json === true
      ? `${JSON.stringify(optimizeJson(report, problems), null, 2)}\n`
      : optimizeText(report, out.paint),
  );
  for (const each of problems) tellError(shell, each, false);
  const stopped = problem === undefined && work.signal.aborted;
  if (stopped || problem !== undefined)
    err.write('The test rows were not all scored. What was written stays.\n');
  if (problems.length > 0) return errorExitCode;
  return stopped ? interruptedExitCode : 0;
}

/** A search that is refused, on account of its rows say, leaves no record. */
async function searchOrDiscard(run: Run): Promise<OptimizeResult> {
  try {
    return await search(run);
  } catch (error) {
    if (run.model.counts().calls === 0) run.record.discard();
    throw error;
  }
}

async function search(run: Run): Promise<OptimizeResult> {
  const { options, work, opened, adapter, metric, rows, journal, model, teacher } = run;
  const incumbent = opened.committedState(model.lm.modelId);
  const progressOf = optimizeProgress();
  const remarkOf = optimizeRemarks();
  const onEvent = (event: JournalEvent): void => {
    journal.add(event);
    const remark = remarkOf(event);
    if (remark !== undefined) work.progress.interject(remark);
    const state = progressOf(event);
    if (state !== undefined) work.progress.update(state);
  };
  return chooseOptimizer(options, teacher?.lm).optimize({
    program: opened.program,
    programId: opened.id,
    trainset: rows.train,
    valset: rows.val,
    confirmset: rows.confirm,
    metric: metric.metric,
    metricName: metric.name,
    lm: model.lm,
    incumbent,
    base: baseOf(incumbent, opened, adapter),
    seed: options.seed,
    concurrency: model.concurrency,
    signal: work.signal,
    testHash: rows.test === undefined ? undefined : datasetHash(rows.test),
    onEvent,
  });
}

/** What candidates are made of, where that is not the committed state itself. */
function baseOf(
  incumbent: ProgramState,
  { signatures }: OpenedProgram,
  adapter: string | undefined,
): ProgramState | undefined {
  const paths = [...signatures.keys()];
  if (adapter === undefined) return undefined;
  const isSame = paths.every((at) => (incumbent[at]?.adapter ?? defaultAdapter) === adapter);
  return isSame ? undefined : inAdapter(incumbent, paths, adapter);
}

function endEarly(
  { shell, options, work, record, model }: Run,
  { outcome, reason, error }: OptimizeResult,
): number {
  work.end();
  const json = options.json === true;
  const nothing = model.counts().calls === 0;
  if (nothing) record.discard();
  const kept = nothing ? '\n' : ` ${keptText(model.keepsReplies(), path.relative(shell.cwd, record.folder))}`;
  if (outcome === 'cancelled') {
    tellInterrupted(shell, `${reason} Nothing was written.${kept}`, json);
    return interruptedExitCode;
  }
  tellError(shell, error, json);
  if (!nothing) shell.terminal.err.write(`Nothing was written.${kept}`);
  return errorExitCode;
}

/** @throws UsageError that says where the winner is, when it cannot be written */
async function acceptOrTell(run: Run, result: OptimizeResult): Promise<Accepted> {
  try {
    return await accept(run, result);
  } catch (error) {
    run.work.end();
    const kept = keptText(run.model.keepsReplies(), path.relative(run.shell.cwd, run.record.folder));
    run.shell.terminal.err.write(`${result.reason}\n${kept}`);
    throw error;
  }
}

async function accept(
  { project, options, work, opened, tunedFile, rows, model }: Run,
  result: OptimizeResult,
): Promise<Accepted> {
  const { state, evidence } = result;
  if (result.outcome !== 'improved' || evidence === undefined)
    return { written: [], isNew: false, warnings: [] };
  const { modelId } = model.lm;
  // A model with a state of its own would never see the one for every model.
  const hasOwn = opened.hasOwnVariant(modelId);
  const accepted = await acceptState(project, tunedFile, {
    program: opened.id,
    signatures: opened.signatures,
    model: options.onlyThisModel === true || hasOwn ? modelId : '*',
    state,
    // The look is recorded before it is taken: a kill in between must not make it unseen.
    evidence: { ...evidence, testLooks: rows.test === undefined ? 0 : 1 },
  });
  for (const warning of accepted.warnings) work.warn(warning);
  return accepted;
}

/** Both states on the test rows; only what was accepted is worth a look. What was accepted stays, whatever happens. */
async function testOf(
  run: Run,
  result: OptimizeResult,
): Promise<{ readonly test?: TestReport | undefined; readonly problem?: unknown }> {
  const { work, opened, metric, rows, model } = run;
  if (rows.test === undefined || result.outcome !== 'improved') return {};
  const progressOf = evalProgress(2 * rows.test.length, metric.name, 'testing');
  try {
    const test = await testStates({
      program: opened.program,
      dataset: rows.test,
      metric: metric.metric,
      metricName: metric.name,
      lm: model.lm,
      concurrency: model.concurrency,
      signal: work.signal,
      baseline: opened.committedState(model.lm.modelId),
      optimized: result.state,
      onRow: (row) => work.progress.update(progressOf(row)),
    });
    return { test };
  } catch (problem) {
    return { problem };
  }
}
