import { CommanderError } from 'commander';
import { sigilProgram } from './program.js';
import { writeJsonError } from './report/json-error.js';
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
    if (error instanceof CommanderError) {
      // A person was told already.
      if (isJson) writeJsonError(shell.terminal.out, 'USAGE', error.message.replace(/^error: /, ''));
    } else {
      const { tellError } = await import('./report/tell-error.js');
      tellError(shell, error, isJson);
    }
    return errorExitCode;
  }
}
