import { Option } from 'commander';
import type { OptimizeOptions } from '../actions/optimize.js';
import { optimizerNames } from '../optimizer/optimizer-names.js';
import { helpEnd } from './help-end.js';
import { metricHelp, optimizerName, targetHelp, wholeNumber, withModelOptions } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil optimize`. */
export const optimize: AddCommand = (program, shell, exit) => {
  const command = program
    .command('optimize')
    .summary('search for a better prompt, keep it if there is evidence')
    .description(
      'Tries sets of demos (worked examples in the prompt) and tests the best one against the committed prompt, on rows ' +
        'that the search never saw. If it is better beyond chance, src/review.opt.json is written and compiled into ' +
        'src/review.gen.ts; if not, nothing is. A run that was stopped goes on where it was: give the same command again.',
    )
    .argument('<class>', targetHelp)
    .optionsGroup('Rows (.jsonl or .csv; --data, or --train and --val):')
    .option('--data <file>', 'all rows: 40 % for demos, 36 % for the search, 24 % for the last test')
    .option('--train <file>', 'rows that demos are made of')
    .option('--val <file>', 'rows that the search compares candidates on')
    .option('--confirm <file>', 'rows of the last test (default: 40 % of those of the search)')
    .option('--test <file>', 'rows to score before and after on, once all is decided')
    .option('--limit <n>', 'only the first n rows of each file', wholeNumber(1))
    .optionsGroup('Search:')
    .requiredOption('--metric <metric>', metricHelp)
    .addOption(
      new Option('--optimizer <name>', `${optimizerNames.join(', ')}, or DSPy's name for it`)
        .default('bootstrap-random-search')
        .argParser(optimizerName),
    )
    .option(
      '--candidates <n>',
      'random sets of demos (default: 16). Always tried besides, 3 in all: the committed prompt, rows as demos, accepted ' +
        'replies as demos; and no demos, where the committed prompt has some',
      wholeNumber(1),
    )
    .option(
      '--max-bootstrapped-demos <n>',
      "demos with the model's own replies, of those that the metric accepted (default: 4)",
      wholeNumber(0),
    )
    .option(
      '--max-labeled-demos <n>',
      'demos in all: rows as they are fill up what replies leave free (default: 16)',
      wholeNumber(0),
    )
    .option(
      '--adapter <name>',
      'the layout that candidates have: chat, json, xml, compact or two-step; it is written with the demos (default: that ' +
        'of the committed state)',
    )
    .option('--seed <n>', 'the same seed, rows and replies give the same result', wholeNumber(0), 1);
  withModelOptions(command)
    .option('--teacher <model>', 'the model whose replies become demos (default: that of --lm)')
    .optionsGroup('Result:')
    .option('--only-this-model', 'write the demos for this model only; without it, for every model')
    .option('--json', 'print the result as JSON; progress goes to standard error')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil optimize src/review.ts#Review --data data/reviews.jsonl --metric exact-match --candidates 8',
          'sigil optimize src/review.ts#Review --train train.jsonl --val val.jsonl --metric exact-match --lm openai:gpt-5-mini',
        ],
        {
          0: 'improved; or no evidence of an improvement, and nothing was written',
          2: 'an error; replies that were had are in the cache',
          130: 'stopped by Ctrl-C',
        },
      ),
    )
    .action(async (target: string, options: OptimizeOptions) => {
      const { runOptimize } = await import('../actions/optimize.js');
      exit(await runOptimize(shell, target, options));
    });
};
