import { ReplyError } from './reply-error.js';
import type { ValueIssue } from './value-issue.js';

/** A reply was read, but a value breaks a constraint of its field. */
export class ConstraintError extends ReplyError {
  static override readonly kind: string = 'ConstraintError';
  /** One line for each broken constraint. */
  readonly problems: readonly string[];
  /** The same with the place of each; empty where places are not known. */
  readonly issues: readonly ValueIssue[];

  constructor(problems: readonly string[], reply: string, issues: readonly ValueIssue[] = []) {
    super('SIGIL3002', `Cannot accept the reply: ${problems.join('; ')}.`, reply);
    this.problems = problems;
    this.issues = issues;
  }
}
