import type { EvalOptions } from '../actions/eval.js';
import { helpEnd } from './help-end.js';
import { metricHelp, stateHelp, targetHelp, wholeNumber, withModelOptions } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil eval`. */
export const evaluate: AddCommand = (program, shell, exit) => {
  const command = program
    .command('eval')
    .summary('score a signature on a dataset')
    .description(
      'Runs the signature on every row and scores what the model answers. A reply that cannot be parsed scores 0 ' +
        'and is counted; an outage is never a score. The run is recorded in .sigil/runs.',
    )
    .argument('<class>', targetHelp)
    .requiredOption('--data <file>', 'rows with inputs and expected outputs (.jsonl, .csv)')
    .requiredOption('--metric <metric>', metricHelp)
    .option('--limit <n>', 'only the first n rows', wholeNumber(1))
    .option('--state <state>', stateHelp, 'artifact');
  withModelOptions(command)
    .optionsGroup('Result:')
    .option('--out <file>', 'also write one JSON line for each row to this file')
    .option('--save <folder>', 'keep the record in this folder instead of .sigil/runs')
    .option('--json', 'print the result as JSON; progress goes to standard error')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil eval src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match',
          'sigil eval src/ticket.ts#Ticket --data data/tickets.jsonl --metric ./metrics.ts#sameTeam --limit 20',
        ],
        {
          0: 'every row was scored',
          2: 'an error; what was paid for is in the cache',
          130: 'stopped by Ctrl-C',
        },
      ),
    )
    .action(async (target: string, options: EvalOptions) => {
      const { runEval } = await import('../actions/eval.js');
      exit(await runEval(shell, target, options));
    });
};
