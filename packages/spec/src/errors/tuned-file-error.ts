import { SigilError } from './sigil-error.js';

/** An `x.opt.json` does not have its format. The file was left alone. */
export class TunedFileError extends SigilError {
  static override readonly kind: string = 'TunedFileError';
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(
      'SIGIL7001',
      `Cannot use ${file}: ${problems.join('; ')}. The file was left as it is: repair it, or restore it with 'git checkout -- ${file}'.`,
    );
    this.file = file;
    this.problems = problems;
  }
}
