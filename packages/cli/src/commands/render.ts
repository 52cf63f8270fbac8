import type { RenderOptions } from '../actions/render.js';
import { helpEnd } from './help-end.js';
import { adapterHelp, stateHelp, targetHelp, wholeNumber } from './option-values.js';
import type { AddCommand } from './add-command.js';

/** `sigil render`. */
export const render: AddCommand = (program, shell, exit) => {
  program
    .command('render')
    .summary('show what would be sent')
    .description(
      'Prints the messages for these inputs exactly as they would be sent, with --json the whole request. Calls no model.',
    )
    .argument('<class>', targetHelp)
    .option('--path <path>', 'which predictor of a program: triage, steps[0]')
    .option('--input <json>', 'the inputs as a JSON object; or give --data')
    .option('--data <file>', 'take the inputs from a row of this file (.jsonl, .csv)')
    .option('--row <n>', 'which row of --data, from 1', wholeNumber(1), 1)
    .option('--state <state>', stateHelp, 'artifact')
    .option('--adapter <name>', adapterHelp)
    .option(
      '--lm <model>',
      'whose request is shown: as for sigil eval (default: SIGIL_MODEL, else lm of the config)',
    )
    .option(
      '--json',
      'print the requests as JSON: address, headers without secrets, and the body byte for byte; a run that streams ' +
        'puts "stream":true,"stream_options":{"include_usage":true} at its end',
    )
    .addHelpText(
      'after',
      helpEnd(
        [
          `sigil render src/review.ts#Review --input '{"review": "Splendid."}'`,
          `sigil render src/support.ts#Support --path triage --input '{"message": "Hello?"}'`,
          'sigil render src/review.ts#Review --data data/reviews.jsonl --row 3',
          'sigil render src/review.ts#Review --data data/reviews.jsonl --adapter json --lm openai:gpt-5-mini --json',
        ],
        { 0: 'printed', 2: 'an error, or inputs that do not fit' },
      ),
    )
    .action(async (target: string, options: RenderOptions) => {
      const { runRender } = await import('../actions/render.js');
      exit(await runRender(shell, target, options));
    });
};
