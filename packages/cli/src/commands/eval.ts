import type { EvalOptions } from '../actions/eval.js';
import { helpEnd } from './help-end.js';
import {
  adapterHelp,
  metricHelp,
  stateHelp,
  targetHelp,
  wholeNumber,
  withModelOptions,
} from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil eval`. */
export const evaluate: AddCommand = (program, shell, exit) => {
  const command = program
    .command('eval')
    .summary('score a signature on a dataset')
    .description(
      'Runs the signature on every row and scores what the model answers. A reply that cannot be parsed scores 0 and ' +
        'is counted. Where no reply can be had, the run ends without a score. The run is recorded in .sigil/runs.',
    )
    .argument('<class>', targetHelp)
    .requiredOption('--data <file>', 'rows with inputs and expected outputs (.jsonl, .csv)')
    .requiredOption('--metric <metric>', metricHelp)
    .option('--limit <n>', 'only the first n rows', wholeNumber(1))
    .option('--state <state>', stateHelp, 'artifact')
    .option('--adapter <name>', adapterHelp);
  withModelOptions(command)
    .optionsGroup('Result:')
    .option(
      '--out <file>',
      'also write the answer and the score of each row to this file (.jsonl); one that is there is written over only where it is empty or holds such rows',
    )
    .option('--save <folder>', 'keep the record in this folder instead of .sigil/runs')
    .option('--json', 'print the result as JSON; progress goes to standard error')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil eval src/review.ts#Review --data data/reviews.jsonl --metric exact-match',
          'sigil eval src/review.ts#Review --data data/reviews.jsonl --metric exact-match --lm openai:gpt-5-mini --limit 20',
        ],
        {
          0: 'every row was scored',
          2: 'an error; replies that were had are in the cache',
          130: 'stopped by Ctrl-C',
        },
      ),
    )
    .action(async (target: string, options: EvalOptions) => {
      const { runEval } = await import('../actions/eval.js');
      exit(await runEval(shell, target, options));
    });
};
