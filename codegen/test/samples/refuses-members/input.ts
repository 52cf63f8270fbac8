import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

const name = 'computed';

@Signature()
export class Members {
  static readonly artifact = gen.Members;

  @InputField() method(): string {
    return '';
  }
  @InputField() static shared: string;
  @InputField() #secret!: string;
  @InputField() private hidden!: string;
  @InputField() protected guarded!: string;
  @InputField() get value(): string {
    return '';
  }
  @InputField() set value2(_: string) {}
  @InputField() accessor both!: string;
  @InputField() [name]!: string;
  @InputField() untyped;
  @InputField() inferred = 1;
  @InputField() 'with: colon'!: string;
  @InputField() constructor2!: string;
  @InputField() toString!: string;
  @InputField() __proto__!: string;
  @InputField() nested!: { constructor: string };
  @InputField() @OutputField() two!: string;
  @InputField dueDate!: string;
  @OutputField() due_date!: string;
  @InputField() café!: string;
  @OutputField() café!: string;
  @OutputField() forgotten2!: string;
  forgotten!: string;
  [Symbol.iterator](): void {}
}
