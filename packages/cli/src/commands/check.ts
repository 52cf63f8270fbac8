import { Option } from 'commander';
import type { CheckOptions } from '../actions/check.js';
import { helpEnd } from './help-end.js';
import type { AddCommand } from './add-command.js';

/** `sigil check`. */
export const check: AddCommand = (program, shell, exit) => {
  const tuned = new Option(
    '--tuned <level>',
    'an .opt.json that no longer fits its class: warn of it, or end with 1',
  ).choices(['warn', 'error']);
  program
    .command('check')
    .summary('say whether the generated files fit the classes')
    .description(
      'Compiles every decorated class in memory and compares the result with the committed files. Writes nothing. ' +
        'In CI, run it first: a sigil generate before it would hide what was forgotten.',
    )
    .addOption(tuned.default('warn'))
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil check', 'sigil check --tuned error'], {
        0: 'everything is fresh',
        1: 'a generated file is stale, missing or left over; or an .opt.json, with --tuned error',
        2: 'an error in a class, an .opt.json or the configuration',
      }),
    )
    .action(async (options: CheckOptions) => {
      const { runCheck } = await import('../actions/check.js');
      exit(await runCheck(shell, options));
    });
};
