import { OutputField, Signature } from 'sigil';
import * as gen from './other.gen.js';
import type { Item } from './kinds.js';

@Signature()
export class Order {
  static readonly artifact = gen.Order;
  @OutputField() item!: Item;
}
