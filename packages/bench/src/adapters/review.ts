import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './review.gen.js';

/** Judge whether a product review is positive or negative. */
@Signature()
export class Review {
  static readonly artifact = gen.Review;

  @InputField() review!: string;

  @OutputField() sentiment!: 'positive' | 'negative';
}
