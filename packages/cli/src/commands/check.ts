import { Option } from 'commander';
import type { CheckOptions } from '../actions/check.js';
import { helpEnd } from './help-end.js';
import type { AddCommand } from './add-command.js';

/** `sigil check`. */
export const check: AddCommand = (program, shell, exit) => {
  const tuned = new Option('--tuned <level>', 'tuned state that no longer fits its class').choices([
    'warn',
    'error',
  ]);
  program
    .command('check')
    .summary('say whether the generated files fit the classes')
    .description(
      'Compiles every class again in memory and compares. Writes nothing. In CI, run it before anything that generates.',
    )
    .addOption(tuned.default('warn'))
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil check', 'sigil check --tuned error'], {
        0: 'everything is fresh',
        1: 'a generated file is stale, missing or without its class',
        2: 'a class has an error, or the configuration',
      }),
    )
    .action(async (options: CheckOptions) => {
      const { runCheck } = await import('../actions/check.js');
      exit(await runCheck(shell, options));
    });
};
