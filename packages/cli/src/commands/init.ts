import type { InitOptions } from '../actions/init.js';
import { helpEnd } from './help-end.js';
import type { AddCommand } from './add-command.js';

/** `sigil init`. */
export const init: AddCommand = (program, shell, exit) => {
  program
    .command('init')
    .summary('set Sigil up in a TypeScript project')
    .description(
      'Sets Sigil up in the TypeScript project of this folder: sigil.config.ts, the compiler flag for decorators, ' +
        'scripts, lines in .gitattributes and .gitignore, and a first signature with 60 rows to try it on. What is ' +
        'there stays as it is; a second run changes nothing.',
    )
    .option('--dry-run', 'show what would change, write nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil init', 'sigil init --dry-run'], {
        0: 'set up, or nothing to do',
        2: 'not a project that can be set up, or an error',
      }),
    )
    .action(async (options: InitOptions) => {
      const { runInit } = await import('../actions/init.js');
      exit(await runInit(shell, options));
    });
};
