import { Option } from 'commander';
import type { OptimizeOptions } from '../actions/optimize.js';
import { optimizerNames } from '../optimizer/optimizer-names.js';
import { helpEnd } from './help-end.js';
import { metricHelp, oneOf, targetHelp, wholeNumber, withModelOptions } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil optimize`. */
export const optimize: AddCommand = (program, shell, exit) => {
  const command = program
    .command('optimize')
    .summary('search for a better prompt, keep it if there is evidence')
    .description(
      'Searches for demos that make the signature score better, then tests the best candidate against the present ' +
        'state on rows that the search never saw. With evidence, it writes src/ticket.opt.json and generates; ' +
        'without, nothing is written. Replies are kept: the same command goes on where an interrupted one stopped.',
    )
    .argument('<class>', targetHelp)
    .optionsGroup('Rows (.jsonl, .csv):')
    .option('--data <file>', 'one file for everything, split into rows for demos, search and confirmation')
    .option('--train <file>', 'in the place of --data: rows for demos')
    .option('--val <file>', 'and rows for the search')
    .option('--confirm <file>', 'rows for the confirmation (default: 40 % of those for the search)')
    .option('--test <file>', 'rows to score on at the end; the search never sees them')
    .option('--limit <n>', 'only the first n rows of each file', wholeNumber(1))
    .optionsGroup('Search:')
    .requiredOption('--metric <metric>', metricHelp)
    .addOption(
      new Option('--optimizer <name>', `one of ${optimizerNames.join(', ')}`)
        .default('bootstrap-random-search')
        .argParser((text) => oneOf(text, optimizerNames)),
    )
    .option('--candidates <n>', 'shuffled sets of demos to try (default: 16)', wholeNumber(1))
    .option(
      '--max-bootstrapped-demos <n>',
      'demos from replies that the metric accepted (default: 4)',
      wholeNumber(0),
    )
    .option('--max-labeled-demos <n>', 'demos in all; rows as they are fill up (default: 16)', wholeNumber(0))
    .option('--seed <n>', 'the same seed gives the same search', wholeNumber(0), 1);
  withModelOptions(command)
    .option('--teacher <model>', 'the model that answers for the demos (default: the same)')
    .optionsGroup('Result:')
    .option('--only-this-model', 'keep it for this model; others go on with what they have')
    .option('--json', 'print the result as JSON; progress goes to standard error')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil optimize src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match',
          'sigil optimize src/ticket.ts#Ticket --train train.jsonl --val val.jsonl --metric f1 --candidates 16',
        ],
        {
          0: 'improved, or no evidence for an improvement: then nothing was written',
          2: 'an error; replies that were paid for are in the cache',
          130: 'stopped by Ctrl-C',
        },
      ),
    )
    .action(async (target: string, options: OptimizeOptions) => {
      const { runOptimize } = await import('../actions/optimize.js');
      exit(await runOptimize(shell, target, options));
    });
};
