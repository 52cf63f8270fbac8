import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, type ProgramState } from '@sigil/spec';
import type { OpenedProgram } from '../project/open-program.js';
import { stateFor } from '../project/state-for.js';
import { describeState } from './describe-state.js';
import { inAdapter, namedAdapter } from './named-adapter.js';

/** A state that a run uses, by predictor path, and the same in words. */
export interface ChosenState {
  readonly state: ProgramState;
  /** What a run is given. Undefined for the committed state: then the program reads its own artifact, as in production. */
  readonly given: ProgramState | undefined;
  readonly text: string;
}

/** What the options say of a state. */
export interface StateRequest {
  /** `artifact` (the committed one), `none` (the bare signature), or an `.opt.json`. */
  readonly state: string;
  /** Name of the adapter that takes the place of those in the state. */
  readonly adapter?: string;
}

/**
 * The state that `--state` and `--adapter` name.
 *
 * @param model id of the model that will answer
 * @param warn told what of a file is not used
 * @throws UsageError when the file is missing or holds the state of another class, and for an adapter that there is not;
 *   TunedFileError when it is nonsense, or does not fit the class
 */
export async function chooseState(
  { state: text, adapter }: StateRequest,
  program: Pick<OpenedProgram, 'id' | 'signatures' | 'committedState'>,
  model: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<ChosenState> {
  const id = adapter === undefined ? undefined : await namedAdapter(adapter);
  const chosen = await namedState(text, program, model, cwd, warn);
  if (id === undefined) return chosen;
  const state = inAdapter(chosen.state, program.signatures.keys(), id);
  return { state, given: state, text: chosen.text };
}

async function namedState(
  text: string,
  program: Pick<OpenedProgram, 'id' | 'signatures' | 'committedState'>,
  model: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<ChosenState> {
  if (text === 'none') return { state: {}, given: {}, text: 'the bare signature' };
  if (text === 'artifact') {
    const state = program.committedState(model);
    return { state, given: undefined, text: describeState(state) };
  }
  if (!text.endsWith('.json')) {
    throw new UsageError(
      `Cannot use the state '${text}': expected 'artifact', 'none', or the path of an .opt.json.`,
    );
  }
  const { parseTunedFile, usableState } = await import('@sigil/codegen');
  const { adapters } = await import('sigil/adapter');
  const tuned = parseTunedFile(await readState(path.resolve(cwd, text), text), text);
  if (tuned.program !== program.id) {
    throw new UsageError(
      `Cannot use ${text} for ${program.id}: it holds the state of ${tuned.program}. Name the file of this class.`,
    );
  }
  const { states, optimized, remarks } = usableState(
    text,
    tuned,
    program.signatures,
    adapters.map((one) => one.id),
  );
  if (optimized.changed.length > 0)
    warn(
      [`${text}: '${program.id}' is not as it was when this state was tuned`, ...optimized.changed].join(
        '; ',
      ),
    );
  for (const remark of remarks) warn(`${text}: ${remark}`);
  const state = stateFor(states, model);
  return { state, given: state, text: `${text}: ${describeState(state)}` };
}

async function readState(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot read the state ${name}: ${reason}. Check the path.`, { cause });
  }
}
