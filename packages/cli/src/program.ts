import { Command } from 'commander';
import { accept } from './commands/accept.js';
import { check } from './commands/check.js';
import { doctor } from './commands/doctor.js';
import { eject } from './commands/eject.js';
import { evaluate } from './commands/eval.js';
import { generate } from './commands/generate.js';
import { helpEnd } from './commands/help-end.js';
import { init } from './commands/init.js';
import { migrate } from './commands/migrate.js';
import { optimize } from './commands/optimize.js';
import { render } from './commands/render.js';
import type { Shell } from './terminal/shell.js';

const firstSteps = [
  'sigil init',
  'sigil generate',
  'sigil eval src/review.ts#Review --data data/reviews.jsonl --metric exact-match',
  'sigil optimize src/review.ts#Review --data data/reviews.jsonl --metric exact-match',
];

const exitCodes = {
  0: 'done',
  1: 'sigil check: a generated file is not as it should be',
  2: 'an error',
  130: 'stopped by Ctrl-C',
};

/**
 * All that the `sigil` command takes. Parsing throws a `CommanderError` for what it does not take.
 *
 * @param version printed by `--version`
 * @param exit is told the exit code of the command that ran
 */
export function sigilProgram(shell: Shell, version: string, exit: (code: number) => void): Command {
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
  for (const add of [init, generate, check, render, evaluate, optimize, migrate, accept, eject, doctor]) {
    add(program, shell, exit);
  }
  for (const command of program.commands) {
    command.showHelpAfterError(`See: sigil ${command.name()} --help`);
  }
  return program;
}
