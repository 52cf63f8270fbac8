import type { CallReport } from '../call-report.js';
import { SigilError } from './sigil-error.js';

/**
 * A model answered, but not with the typed value: it says something about the prompt and the model, and scores 0.
 * The base of {@link ParseError}, {@link ConstraintError} and {@link IncompleteReplyError}.
 */
export class ReplyError extends SigilError {
  static override readonly kind: string = 'ReplyError';
  /** The reply as it came. */
  readonly reply: string;
  // Not shown where the error is printed: it has whole prompts.
  #report: CallReport | undefined;

  constructor(code: string, message: string, reply: string) {
    super(code, message);
    this.reply = reply;
  }

  /** All attempts of the call and what they used; set where the predictor gives up. */
  get report(): CallReport | undefined {
    return this.#report;
  }

  set report(report: CallReport | undefined) {
    if (report === undefined || this.#report !== undefined) return;
    this.#report = report;
    // The frames of a stack end before the caller's code: without this, nobody knows which of many calls it was.
    const { signature, model, attempts } = report;
    const count = attempts.length === 1 ? '1 attempt' : `${attempts.length} attempts`;
    const told = `${this.message} (${signature}, ${model}, ${count})`;
    if (this.stack !== undefined) this.stack = this.stack.replace(this.message, () => told);
    this.message = told;
  }
}
