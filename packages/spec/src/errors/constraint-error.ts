import { ReplyError } from './reply-error.js';

/** A reply was read, but a value breaks a constraint of its field. */
export class ConstraintError extends ReplyError {
  static override readonly kind: string = 'ConstraintError';
  /** One line for each broken constraint. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], reply: string) {
    super('SIGIL3002', `Cannot accept the reply: ${problems.join('; ')}.`, reply);
    this.problems = problems;
  }
}
