import type { MigrateOptions } from '../actions/migrate.js';
import { helpEnd } from './help-end.js';
import { targetHelp } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil migrate`. */
export const migrate: AddCommand = (program, shell, exit) => {
  program
    .command('migrate')
    .summary('carry tuned state over to new names of fields, predictors, classes and files')
    .description(
      'Renames fields of a signature, or predictors of a program, in src/review.opt.json as they were renamed in the class, shows the difference, and ' +
        'compiles it into src/review.gen.ts. With --move, gives the state of a class that was renamed, or moved to ' +
        'another file, to that class.',
    )
    .argument('[class]', targetHelp)
    .argument(
      '[a=b...]',
      'renamed fields of a signature, or paths of predictors of a program: the old name, then the new one. All at once, so that two may change places',
    )
    .option(
      '--move [class]',
      'the class that the state belongs to now (default: the one that has exactly its fields)',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil migrate src/review.ts#Review text=review',
          'sigil migrate Review text=review review=text',
          'sigil migrate src/desk.ts#Desk plan=planner',
          'sigil migrate src/review.ts#Review --move src/opinion.ts#Opinion',
          'sigil migrate --move',
        ],
        {
          0: 'done; or there was nothing to move, and nothing was written',
          2: 'an error, or names that do not fit; nothing was written',
        },
      ),
    )
    .action(async (target: string | undefined, renames: readonly string[], options: MigrateOptions) => {
      const { runMigrate } = await import('../actions/migrate.js');
      exit(await runMigrate(shell, target, renames, options));
    });
};
