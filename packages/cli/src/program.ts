import { Command, CommanderError } from 'commander';
import { check } from './commands/check.js';
import { evaluate } from './commands/eval.js';
import { generate } from './commands/generate.js';
import { helpEnd } from './commands/help-end.js';
import { init } from './commands/init.js';
import { optimize } from './commands/optimize.js';
import { render } from './commands/render.js';
import { errorExitCode } from './terminal/exit-codes.js';
import type { Shell } from './terminal/shell.js';

const firstSteps = [
  'sigil init',
  'sigil generate',
  'sigil eval src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match',
  'sigil optimize src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match',
];

const exitCodes = {
  0: 'done',
  1: 'sigil check: a generated file is not as it should be',
  2: 'an error',
  130: 'stopped by Ctrl-C',
};

/**
 * Runs the `sigil` command.
 *
 * @param args what stands behind `sigil`
 * @param version printed by `--version`
 * @returns the exit code
 */
export async function runSigil(args: readonly string[], shell: Shell, version: string): Promise<number> {
  let code = 0;
  const program = new Command('sigil')
    .description('Prompts that are compiled, optimized and committed like code.')
    .version(version)
    .helpCommand(false)
    .addHelpText('after', helpEnd(firstSteps, exitCodes))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.terminal.out.write(text),
      writeErr: (text) => shell.terminal.err.write(text),
      getOutHelpWidth: () => Math.min(shell.terminal.out.columns(), 110),
      getErrHelpWidth: () => Math.min(shell.terminal.err.columns(), 110),
    });
  for (const verb of [init, generate, check, render, evaluate, optimize]) {
    verb(program, shell, (exitCode) => (code = exitCode));
  }
  for (const command of program.commands) {
    command.showHelpAfterError(`See: sigil ${command.name()} --help`);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander throws for help and version too, with 0; its own errors are already told.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : errorExitCode;
    const { tellError } = await import('./report/tell-error.js');
    tellError(shell, error, args.includes('--json'));
    return errorExitCode;
  }
}
