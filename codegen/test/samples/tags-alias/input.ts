import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Team {
  /** Money. @alias money matters */
  Billing = 'billing',
  /** @alias engineering */
  Technical = 'technical',
  Sales = 'sales',
}

type Level =
  /** @alias low */
  | 1
  /** Needs a person. @alias high */
  | 2;

interface Order {
  /** @alias order-number */
  id: string;
  /** @alias pièces */
  items: {
    /** @alias count_ */
    amount: number;
  }[];
}

/** @alias for.people */
@Signature()
export class Aliases {
  static readonly artifact = gen.Aliases;

  /** The message. @alias text */
  @InputField() message!: string;
  /** @alias asked_for */
  @InputField() wanted!: Team;
  /** @alias squad */
  @OutputField() team!: Team;
  /** @alias level */
  @OutputField() level!: Level;
  /** @alias _order2 */
  @OutputField() order!: Order;
}
