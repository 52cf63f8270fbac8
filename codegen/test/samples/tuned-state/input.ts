import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** Judge a review. */
@Signature()
export class Review {
  static readonly artifact = gen.Review;

  @InputField() text!: string;
  @OutputField() verdict!: 'positive' | 'negative';
}
