import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

declare const brand: unique symbol;

type Sku = string & { readonly __brand: 'Sku' };

type UserId = string & { readonly [brand]: 'UserId' };

type Cents = number & { readonly __unit: unique symbol };

interface Tagged {
  readonly __tag: 'Tagged';
}

type Named = string & Tagged;

type Order = { sku: Sku } & { readonly __brand: 'Order' };

@Signature()
export class Brands {
  static readonly artifact = gen.Brands;

  @InputField() sku!: Sku;
  @OutputField() skus!: Sku[];
  @OutputField() user!: UserId;
  @OutputField() price!: Cents;
  @OutputField() named!: Named;
  @OutputField() maybe!: Sku | null;
  @OutputField() order!: Order;
}
