import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

@Signature()
/** Between decorator and class. */
export class Stray {
  static readonly artifact = gen.Stray;

  @InputField()
  /** Between decorator and name. */
  a!: string;
  /** Above another comment. */
  /** Attached. */
  @InputField() b!: { /** On the line of the brace. */ c: string };
  /** On a method: none of our business. */
  method(): string {
    /** In a body: neither. */
    return '';
  }
  notMarked!: string;
  @OutputField() ok!: string;
}

@Signature()
export class NotWired {
  @OutputField() ok!: string;
}
