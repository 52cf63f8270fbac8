import { changeLines, errorCount, generatedText, remarksText } from '../report/compile-report.js';
import { tellError } from '../report/tell-error.js';
import type { Shell } from '../terminal/shell.js';
import type { WarmRun } from './warm-generator.js';

/** Tells what each run found and did: errors and warnings when they change, files when they are written. */
export class RunTeller {
  readonly #shell: Shell;
  #told = '';

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  /** The run that a watch begins with. */
  first(run: WarmRun): void {
    const { out, err } = this.#shell.terminal;
    this.#told = this.#remarks(run);
    err.write(this.#told);
    if (errorCount(run.planned) === 0) out.write(generatedText(run.planned, run, out.paint));
  }

  again(run: WarmRun): void {
    const { out, err } = this.#shell.terminal;
    const said = this.#remarks(run);
    if (said !== this.#told && said !== '') err.write(said);
    if (said === '' && this.#told !== '') out.write('No errors or warnings any more.\n');
    this.#told = said;
    out.write(changeLines(run.planned, run, out.paint));
  }

  /** What is broken now may be mended with the next edit. */
  failed(error: unknown): void {
    tellError(this.#shell, error, false);
    this.#told = String(error);
  }

  #remarks({ planned }: WarmRun): string {
    const errors = errorCount(planned);
    const end = errors === 0 ? '' : `Errors: ${errors}. Nothing was written.\n`;
    return remarksText(this.#shell.terminal.err, planned) + end;
  }
}
