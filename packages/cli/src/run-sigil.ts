import { CommanderError } from 'commander';
import { sigilProgram } from './program.js';
import { errorExitCode } from './terminal/exit-codes.js';
import type { Shell } from './terminal/shell.js';

/**
 * Runs the `sigil` command.
 *
 * @param args what stands behind `sigil`
 * @param version printed by `--version`
 * @returns the exit code
 */
export async function runSigil(args: readonly string[], shell: Shell, version: string): Promise<number> {
  let code = 0;
  const isJson = args.includes('--json');
  const program = sigilProgram(shell, version, (exitCode) => (code = exitCode));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander throws for help and version too, with 0.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { tellError, writeJsonError } = await import('./report/tell-error.js');
    if (!(error instanceof CommanderError)) tellError(shell, error, isJson);
    // Its own errors are already told to a person.
    else if (isJson) writeJsonError(shell, 'USAGE', error.message.replace(/^error: /, ''));
    return errorExitCode;
  }
}
