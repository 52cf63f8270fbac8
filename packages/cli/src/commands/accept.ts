import type { AcceptOptions } from '../actions/accept.js';
import { helpEnd } from './help-end.js';
import { targetHelp } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil accept`. */
export const accept: AddCommand = (program, shell, exit) => {
  program
    .command('accept')
    .summary('keep tuned state for a class that was changed on purpose')
    .description(
      'Shows what changed in a class since it was optimized, takes the class as it is for what src/review.opt.json was ' +
        'tuned for, and compiles it into src/review.gen.ts. Demos that do not fit the class any more are taken out, each ' +
        'with a line; all else stays as it is. Where a field seems to be renamed, or a predictor is gone, it stops: ' +
        'sigil migrate keeps its values, --not-renamed goes on without them.',
    )
    .argument('<class>', targetHelp)
    .option('--not-renamed', 'fields and predictors that are gone have no other name now: go on without them')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil accept src/review.ts#Review', 'sigil accept Review'], {
        0: 'accepted; or the state fits the class already, and nothing was written',
        2: 'an error; nothing was written',
      }),
    )
    .action(async (target: string, options: AcceptOptions) => {
      const { runAccept } = await import('../actions/accept.js');
      exit(await runAccept(shell, target, options));
    });
};
