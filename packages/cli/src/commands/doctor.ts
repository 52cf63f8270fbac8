import type { DoctorOptions } from '../actions/doctor.js';
import type { AddCommand } from './add-command.js';
import { helpEnd } from './help-end.js';

/** `sigil doctor`. */
export const doctor: AddCommand = (program, shell, exit) => {
  program
    .command('doctor')
    .summary('look for settings under which the decorators cannot run')
    .description(
      'Looks at package.json, the tsconfig and the installed tools, and names each setting that cannot work, with ' +
        'what to change. Changes nothing.',
    )
    .option('--json', 'print what was found as JSON')
    .addHelpText(
      'after',
      helpEnd(['sigil doctor', 'sigil doctor --json'], {
        0: 'no problem; there may be advice',
        1: 'a setting that cannot work',
        2: 'an error',
      }),
    )
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../actions/doctor.js');
      exit(runDoctor(shell, options));
    });
};
