import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** Limits go to the schemas, and in words to whoever cannot check them. */
@Signature()
export class Limits {
  static readonly artifact = gen.Limits;

  /** @minLength 1 */
  @InputField() name!: string;
  /**
   * A year.
   * @asType integer
   * @minimum 1900
   * @maximum 2100
   */
  @InputField() year?: number;

  /** An order number. @pattern ^[A-Z]{2}-\d{4,}(?:/\w+)?$ */
  @OutputField() order!: string;
  /** @minLength 3 @maxLength 80 (a short sentence) */
  @OutputField() summary!: string | null;
  /** @maxLength 200 */
  @OutputField() details?: string;
  /** @minimum 0 */
  @OutputField() score!: number;
  @OutputField() list!: {
    /** @minimum 1 @maximum 5 @asType integer */
    stars: number;
  }[];
}
