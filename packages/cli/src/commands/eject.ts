import type { EjectOptions } from '../actions/eject.js';
import type { AddCommand } from './add-command.js';
import { helpEnd } from './help-end.js';
import { adapterHelp, stateHelp, targetHelp } from './option-values.js';

/** `sigil eject`. */
export const eject: AddCommand = (program, shell, exit) => {
  program
    .command('eject')
    .summary('write a signature as one file without dependencies')
    .description(
      'Writes a signature, with its tuned state, as one TypeScript file that needs nothing but fetch: types, prompt, ' +
        'request and parser. It sends the same bytes as Sigil and reads replies in the layout that was asked for.',
    )
    .argument('<class>', targetHelp)
    .option('--model <model>', 'the model that it asks, as OpenAI names it', 'gpt-5-mini')
    .option('--adapter <name>', `${adapterHelp}; two-step cannot be ejected`)
    .option('--state <state>', stateHelp, 'artifact')
    .option('--out <file>', 'the file to write (default: beside the class, ticket.ejected.ts)')
    .option('--force', 'write over a file that sigil eject did not write')
    .addHelpText(
      'after',
      helpEnd(
        [
          'sigil eject src/review.ts#Review',
          'sigil eject src/review.ts#Review --adapter json --model gpt-5-mini --out lib/review.ts',
        ],
        { 0: 'written', 2: 'an error, or values that one small file cannot read; then nothing was written' },
      ),
    )
    .action(async (target: string, options: EjectOptions) => {
      const { runEject } = await import('../actions/eject.js');
      exit(await runEject(shell, target, options));
    });
};
