import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** How much a thing weighs, in grams. @minimum 1 */
type Grams = number;

/** Where a parcel goes. */
interface Address {
  street: string;
  /** @title Town */
  city: string;
}

/** How soon it has to be there. */
enum Speed {
  /** In three days. */
  Slow = 'slow',
  /**
   * Ignored.
   * @description By tomorrow.
   */
  Fast = 'fast',
}

/** @deprecated Only old parcels have it. @example 'AB-1' */
type OldCode = string;

type Size =
  /** Fits into a letter box. */
  | 'small'
  /** @description Needs two people. */
  | 'large'
  | 'other';

/**
 * What is written here does not count.
 * @description Read a parcel label.
 * @example
 * new Predict(Parcel)
 */
@Signature()
export class Parcel {
  static readonly artifact = gen.Parcel;

  /**
   * Overridden.
   * @description The text of the label,
   * as it was scanned.
   */
  @InputField() label!: string;
  /** @title Who sent it */
  @InputField() sender!: string;

  @OutputField() weight!: Grams;
  /** Its own comment wins. */
  @OutputField() otherWeight!: Grams | null;
  @OutputField() address!: Address;
  @OutputField() oldAddress?: Address | null;
  @OutputField() speed!: Speed;
  @OutputField() size!: Size;
  @OutputField() code!: OldCode;
  /** @example 'Rome' @example Vienna or Graz */
  @OutputField() city!: string;
  /** @examples [['a', 'b'], []] */
  @OutputField() tags!: string[];
  /** @example 12.5 kilograms */
  @OutputField() mass!: number;
  /**
   * @example {
   *   street: 'Main Street 1', // with its number
   *   city: 'Rome',
   * }
   * Text behind an example is text.
   */
  @OutputField() place!: Address;
  /** @example 2026-01-31 @format date @title The day */
  @OutputField() day!: Date;
  /** @example fast */
  @OutputField() next!: Speed;
  /**
   * Code is for people.
   * @example
   * ```ts
   * parcel.count;
   * ```
   */
  @OutputField() count!: number;
  /** @deprecated */
  @OutputField() gone?: string;
}
