import { Option } from 'commander';
import type { GenerateOptions } from '../actions/generate.js';
import { helpEnd } from './help-end.js';
import type { AddCommand } from './add-command.js';

/** `sigil generate`. */
export const generate: AddCommand = (program, shell, exit) => {
  program
    .command('generate')
    .summary('write the .gen.ts files of the decorated classes')
    .description(
      'Reads the decorated classes and writes their schemas and prompts beside them: src/review.ts gives ' +
        'src/review.gen.ts. Writes only what changed, and nothing at all when a class has an error.',
    )
    .addOption(
      new Option('--watch', 'go on, and generate again what a change makes stale, until Ctrl-C').conflicts([
        'wire',
        'force',
        'json',
      ]),
    )
    .option('--wire', 'also write the import and the static member into classes that lack them')
    .option('--force', 'let --wire edit files with uncommitted changes')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil generate', 'sigil generate --wire', 'sigil generate --watch'], {
        0: 'everything is up to date now; or Ctrl-C ended --watch',
        2: 'an error in a class, an .opt.json or the configuration; nothing was written',
      }),
    )
    .action(async (options: GenerateOptions) => {
      const { runGenerate } = await import('../actions/generate.js');
      exit(await runGenerate(shell, options));
    });
};
