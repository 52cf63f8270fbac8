import { readDataset, checkRows } from '@sigil/evaluate';
import { UsageError } from '@sigil/spec';
import { modelOfRequests } from '../model/model-of-requests.js';
import { openProject } from '../project/open-project.js';
import { openProgram, type OpenedProgram } from '../project/open-program.js';
import { answerPlace, requestsJson, requestsText } from '../report/render-report.js';
import { chooseState } from '../state/choose-state.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil render` was told. */
export interface RenderOptions {
  /** Of the predictor of a program. */
  readonly path?: string;
  readonly input?: string;
  readonly data?: string;
  readonly row: number;
  readonly state: string;
  readonly adapter?: string;
  /** The model whose requests are shown. */
  readonly lm?: string;
  readonly json?: true;
}

/** Runs `sigil render`. */
export async function runRender(shell: Shell, target: string, options: RenderOptions): Promise<number> {
  const { out, err } = shell.terminal;
  const project = await openProject(shell.cwd);
  const warn = (text: string): void => err.write(`${err.paint.yellow('warning')} ${text}\n`);
  const opened = await openProgram(project, target, shell.cwd, warn);
  const inputs = await readInputs(opened, options);
  const lm = await modelOfRequests({
    option: options.lm,
    env: shell.env,
    config: project.config,
    onWarning: warn,
    atAnyCost: options.json === true,
  });
  const { given: state } = await chooseState(options, opened, lm?.modelId ?? '*', shell.cwd, warn);
  try {
    const requests = await opened.requests(options.path, inputs, { lm, state }, answerPlace);
    out.write(
      options.json === true
        ? `${JSON.stringify(requestsJson(opened.id, options.path ?? '', requests), null, 2)}\n`
        : requestsText(requests, out.paint),
    );
  } finally {
    await lm?.dispose?.();
  }
  return 0;
}

async function readInputs(
  { target, signatures }: OpenedProgram,
  { path = '', input, data, row }: RenderOptions,
): Promise<object> {
  if ((input === undefined) === (data === undefined)) {
    throw new UsageError(`Cannot render without inputs: give --input '{...}' or --data FILE, one of them.`);
  }
  if (input !== undefined) return parseInputs(input);
  const dataset = await readDataset(data ?? '');
  const wanted = dataset.rows[row - 1];
  if (wanted === undefined)
    throw new UsageError(`Cannot render row ${row}: ${data} has ${dataset.rows.length}.`);
  const [example = {}] = checkRows({ ...dataset, rows: [wanted] }, target);
  const inputs = signatures.get(path)?.fields.filter(({ direction }) => direction === 'in');
  const names = new Set(inputs?.map(({ name }) => name));
  return Object.fromEntries(Object.entries(example).filter(([name]) => names.has(name)));
}

function parseInputs(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      `Cannot read --input: it is no JSON (${cause instanceof Error ? cause.message : String(cause)}).`,
      { cause },
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`Cannot use --input ${text}: expected an object with the input fields.`);
}
