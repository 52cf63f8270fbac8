import type { InitOptions } from '../actions/init.js';
import { helpEnd } from './help-end.js';
import type { AddCommand } from './add-command.js';

/** `sigil init`. */
export const init: AddCommand = (program, shell, exit) => {
  program
    .command('init')
    .summary('set Sigil up in a TypeScript project')
    .description(
      'Sets Sigil up in the TypeScript project of this folder: a config file, the compiler flag for decorators, ' +
        'scripts, lines in .gitattributes and .gitignore, and a first signature with rows to try it on. It only ' +
        'adds: what is there stays as it is, and a second run changes nothing.',
    )
    .option('--dry-run', 'show what would change, write nothing')
    .addHelpText(
      'after',
      helpEnd(['sigil init', 'sigil init --dry-run'], {
        0: 'set up, or nothing to do',
        2: 'not a TypeScript project, or an error',
      }),
    )
    .action(async (options: InitOptions) => {
      const { runInit } = await import('../actions/init.js');
      exit(await runInit(shell, options));
    });
};
