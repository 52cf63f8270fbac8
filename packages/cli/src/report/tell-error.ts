import { ProgramError, SigilError } from '@sigil/spec';
import { writeJsonError } from './json-error.js';
import type { Shell } from '../terminal/shell.js';

/** Set to `1`, it shows the stack of every error. */
const debugVariable = 'SIGIL_DEBUG';

/**
 * Tells an error: the sentence of one that Sigil knows, the stack of any other and of what a program threw. Under `--json`, standard output gets
 * `{ "error": { "code", "message" } }` too.
 */
export function tellError(shell: Shell, error: unknown, json: boolean): void {
  const { err } = shell.terminal;
  const known = SigilError.isInstance(error);
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    const { code } = errorJson(error);
    writeJsonError(shell.terminal.out, code, message);
  }
  const stack = error instanceof Error ? error.stack : undefined;
  if (shell.env[debugVariable] === '1' || (!known && stack !== undefined)) {
    err.write(`${err.paint.red('error:')} ${stackWithCauses(error)}\n`);
    if (!known)
      err.write('This is a defect in Sigil or in code that it called. The stack above says where.\n');
    return;
  }
  err.write(`${err.paint.red(known ? `error ${error.code}:` : 'error:')} ${message}\n`);
  // The user's own code threw: its stack says where.
  if (ProgramError.isInstance(error) && error.cause instanceof Error && !SigilError.isInstance(error.cause))
    err.write(`${stackWithCauses(error.cause)}\n`);
}

/** Tells that Ctrl-C ended a command, and what is left. Under `--json`, the text is the message of an error too. */
export function tellInterrupted(shell: Shell, text: string, json: boolean): void {
  if (json) writeJsonError(shell.terminal.out, 'INTERRUPTED', text.trimEnd());
  shell.terminal.err.write(text);
}

/** What is known of an error, for `--json`: its code where it has one of ours. */
export function errorJson(error: unknown): { readonly code: string; readonly message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { code: SigilError.isInstance(error) ? error.code : 'UNKNOWN', message };
}

function stackWithCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${stackWithCauses(error.cause)}`;
}
