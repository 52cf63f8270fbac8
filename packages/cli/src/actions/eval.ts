import path from 'node:path';
import { evaluate, evaluationRecord, rowLine, type Evaluation } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
import type { Example } from '@sigil/spec';
import { readRows } from '../dataset/read-rows.js';
import { chooseMetric } from '../metric/choose-metric.js';
import { startModel, type ModelOptions } from '../model/start-model.js';
import { openProject } from '../project/open-project.js';
import { openSignature } from '../project/open-signature.js';
import { tellError } from '../report/tell-error.js';
import { evalJson, evalText, type EvalResult } from '../report/eval-report.js';
import { evalProgress } from '../report/eval-progress.js';
import { keptText } from '../report/kept-text.js';
import { chooseState } from '../state/choose-state.js';
import { requireWritable, writeAtomically } from '../store/atomic-write.js';
import { givenRunFolder, newRunFolder } from '../store/run-folder.js';
import { errorExitCode, interruptedExitCode } from '../terminal/exit-codes.js';
import { startWork } from '../terminal/long-work.js';
import { count, plural } from '../terminal/number-text.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil eval` was told. */
export interface EvalOptions extends ModelOptions {
  readonly data: string;
  readonly metric: string;
  readonly limit?: number;
  readonly state: string;
  readonly out?: string;
  readonly save?: string;
  readonly json?: true;
}

/** Runs `sigil eval`. */
export async function runEval(shell: Shell, target: string, options: EvalOptions): Promise<number> {
  const project = await openProject(shell.cwd);
  const { root, code, config } = project;
  const work = startWork(shell);
  try {
    const signature = await openSignature(project, target, shell.cwd, work.warn);
    const metric = await chooseMetric(options.metric, {
      root,
      cwd: shell.cwd,
      configured: config.metrics ?? {},
      importFile: code.importFile,
    });
    const { data: file, limit } = options;
    const dataset = await readRows(signature.artifact, { file, limit, compared: metric.outputs });
    const out = options.out === undefined ? undefined : path.resolve(shell.cwd, options.out);
    if (out !== undefined) requireWritable(out);
    const model = await startModel(project, shell.env, options, work);
    const record =
      options.save === undefined
        ? newRunFolder(path.join(root, '.sigil/runs'), 'eval', signature.name, shell.today())
        : givenRunFolder(path.resolve(shell.cwd, options.save));
    const { modelId } = model.lm;
    const chosen = await chooseState(options.state, signature, modelId, shell.cwd);

    const startedAt = shell.now();
    const progressOf = evalProgress(dataset.length, metric.name);
    const evaluation = await evaluate({
      program: signature.program,
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

    const of = { program: signature.id, model: modelId, metric: metric.name };
    const artifact = contentHash({ spec: signature.artifact.spec, state: chosen.state[''] ?? {} });
    record.writeJson('record.json', evaluationRecord({ ...of, artifact }, dataset, evaluation));
    const lines = rowLines(evaluation, dataset);
    record.writeLines('rows.jsonl', lines);
    if (out !== undefined) writeAtomically(out, lines.map((line) => `${line}\n`).join(''));

    const shownRecord = path.relative(shell.cwd, record.folder);
    if (evaluation.outcome !== 'complete') {
      const { err } = shell.terminal;
      const scored = evaluation.rows.filter((row) => 'score' in row).length;
      if (evaluation.outcome === 'failed') tellError(shell, evaluation.error, options.json === true);
      err.write(`Stopped after ${count(scored)} of ${plural(dataset.length, 'row')}. `);
      err.write(keptText(model.keepsReplies(), shownRecord));
      return evaluation.outcome === 'failed' ? errorExitCode : interruptedExitCode;
    }
    const result: EvalResult = {
      ...of,
      data: file,
      rows: dataset.length,
      state: chosen.text,
      evaluation,
      calls: model.counts(),
      milliseconds: shell.now() - startedAt,
      record: shownRecord,
    };
    const { out: stdout } = shell.terminal;
    stdout.write(
      options.json === true
        ? `${JSON.stringify(evalJson(result), null, 2)}\n`
        : evalText(result, stdout.paint),
    );
    return 0;
  } catch (error) {
    if (!work.signal.aborted) throw error;
    work.end();
    shell.terminal.err.write('Stopped.\n');
    return interruptedExitCode;
  } finally {
    work.end();
  }
}

function rowLines(evaluation: Evaluation, dataset: readonly Example[]): readonly string[] {
  return evaluation.rows.map((row) => rowLine(row, dataset[row.row] ?? {}));
}
