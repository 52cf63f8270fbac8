import { Option } from 'commander';
import { examples, exitCodes } from './exit-codes.js';
import { wholeNumber, withModelOptions, type ModelOptions } from './option-values.js';
import type { Verb } from './verb.js';

/** Optimizers by the name that `--optimizer` takes. */
export const optimizerNames = ['labeled-few-shot', 'bootstrap-few-shot', 'bootstrap-random-search'] as const;

/** What `sigil optimize` was told. */
export interface OptimizeOptions extends ModelOptions {
  readonly data?: string;
  readonly train?: string;
  readonly val?: string;
  readonly confirm?: string;
  readonly test?: string;
  readonly metric: string;
  readonly optimizer: (typeof optimizerNames)[number];
  readonly candidates?: number;
  readonly maxBootstrappedDemos?: number;
  readonly maxLabeledDemos?: number;
  readonly seed: number;
  readonly teacher?: string;
  readonly limit?: number;
  readonly onlyThisModel?: true;
}

/** `sigil optimize`. */
export const optimize: Verb = (program, shell, exit) => {
  const command = program
    .command('optimize')
    .summary('search for a better prompt and keep it if there is evidence')
    .description(
      'Searches for demos that make the signature score better, then tests the best candidate against the present state on\n' +
        'rows that the search never saw. With evidence, it writes src/ticket.opt.json and generates; without, nothing is\n' +
        'written. Replies are kept: the same command goes on where an interrupted one stopped.',
    )
    .argument('<class>', 'the signature: src/ticket.ts#Ticket')
    .option('--data <file>', 'one dataset for everything: split into rows for demos, search and confirmation')
    .option('--train <file>', 'rows for demos (with --val, in the place of --data)')
    .option(
      '--val <file>',
      'rows for the search; 40 % of them are kept for the confirmation unless --confirm is given',
    )
    .option('--confirm <file>', 'rows for the confirmation')
    .option('--test <file>', 'rows to report the scores on at the end; the search never sees them')
    .requiredOption(
      '--metric <metric>',
      "'exact-match', 'f1', 'includes' (of one output: 'f1:answer'), or ./file.ts#name",
    )
    .addOption(
      new Option('--optimizer <name>', 'how to search')
        .choices(optimizerNames)
        .default('bootstrap-random-search'),
    )
    .option('--candidates <n>', 'candidates to try', wholeNumber(1))
    .option('--max-bootstrapped-demos <n>', 'demos from replies that the metric accepted', wholeNumber(0))
    .option('--max-labeled-demos <n>', 'demos from rows as they are', wholeNumber(0))
    .option('--seed <n>', 'the same seed gives the same search', wholeNumber(0), 1)
    .option('--teacher <model>', 'the model that answers for the demos (default: the same model)')
    .option('--limit <n>', 'only the first n rows of each dataset', wholeNumber(1))
    .option('--only-this-model', 'keep the result for this model alone; others go on with what they have');
  withModelOptions(command)
    .addHelpText(
      'after',
      examples(
        'sigil optimize src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match',
        'sigil optimize src/ticket.ts#Ticket --train data/train.jsonl --val data/val.jsonl --test data/test.jsonl \\',
        '    --metric exact-match --candidates 16 --lm openai:gpt-5-mini',
      ).replace('  $     --metric', '      --metric'),
    )
    .addHelpText(
      'after',
      exitCodes({
        0: 'improved, or no evidence for an improvement (then nothing was written)',
        2: 'an error; replies that were paid for are in the cache',
        130: 'stopped by Ctrl-C',
      }),
    )
    .action(async (target: string, options: OptimizeOptions) => {
      const { runOptimize } = await import('../actions/optimize.js');
      exit(await runOptimize(shell, target, options));
    });
};
