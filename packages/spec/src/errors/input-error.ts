import { SigilError } from './sigil-error.js';

/** The inputs of a call do not fit the signature. Nothing was sent. */
export class InputError extends SigilError {
  static override readonly kind: string = 'InputError';
  readonly signature: string;
  /** One line for each problem. */
  readonly problems: readonly string[];

  constructor(signature: string, problems: readonly string[]) {
    super(
      'SIGIL1005',
      `Cannot run ${signature} with these inputs: ${problems.join('; ')}. Nothing was sent.`,
    );
    this.signature = signature;
    this.problems = problems;
  }
}
