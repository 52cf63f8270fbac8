import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** @minimum 1 */
@Signature()
export class Tags {
  static readonly artifact = gen.Tags;

  /** @minLength 1 */
  @InputField() number!: number;
  /** @maximum 5 */
  @InputField() text!: string;
  /** @pattern ^a$ */
  @InputField() choice!: 'a' | 'b';
  /** @minLength 2 */
  @InputField() list!: string[];
  /** @asType integer */
  @InputField() numbers!: number[];
  /** @minimun 1 */
  @InputField() slip!: number;
  /** @max 1 */
  @InputField() otherWord!: number;
  /** Words. @minlength 1 */
  @InputField() letterCase!: string;
  /** @format date-time */
  @InputField() foreign!: string;
  /** @default 3 */
  @InputField() fallback!: number;
  /** @minimum lots */
  @InputField() noNumber!: number;
  /** @minLength -1 */
  @InputField() negative!: string;
  /** @pattern [a- */
  @InputField() broken!: string;
  /** @pattern /a/ */
  @InputField() slashes!: string;
  /** @asType float */
  @InputField() float!: number;
  /** @minimum 1 @minimum 2 */
  @InputField() twice!: number;
  /** @minimum 3 @maximum 2 */
  @InputField() empty!: number;
  /** @pattern ^\p{L}+$ */
  @InputField() flag!: string;
  /** From one (@minimum one) to five (@maximum 5). */
  @InputField() brackets!: number;
  /** @deprecated since yesterday @example 1 */
  @InputField() fine!: number;
  @OutputField() ok!: {
    /** @maxLength 5 */
    inner: boolean;
  };
}
