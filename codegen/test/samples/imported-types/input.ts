import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import { parts, Rank, type Item as Line } from './more.js';

@Signature()
export class Order {
  static readonly artifact = gen.Order;

  @InputField() lines!: Line[];
  @InputField() rank: Rank = Rank.Low;
  @OutputField() parts!: parts.Item[];
  @OutputField() size!: parts.Size;
  @OutputField() rest!: Line[];
}
